def heard(parts, most):
    result = []
    time = 0
    for name, seconds in parts:
        time = time + seconds
        result.append(name)
        if time > most:
            return result
    return result
