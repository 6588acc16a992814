def heard(parts, most):
    result = []
    time = 0
    for name, seconds in parts:
        if time + seconds <= most:
            time = time + seconds
            result.append(name)
    return result
