def heard(parts, most):
    result = []
    time = 0
    for name, seconds in parts:
        time = time + seconds
        if time > 90:
            return result
        result.append(name)
    return result
