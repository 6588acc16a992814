def heard(parts, most):
    result = []
    time = 0
    for name, seconds in parts:
        time = time + seconds
        if time >= most:
            return result
        result.append(name)
    return result
