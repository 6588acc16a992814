def heard(parts, most):
    result = []
    time = 0
    while len(result) < len(parts):
        name, seconds = parts[len(result)]
        time = time + seconds
        if not time <= most:
            break
        result.append(name)
    return result
