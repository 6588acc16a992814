def heard(parts, most):
    result = []
    for name, seconds in parts:
        time = 0
        time = time + seconds
        if time > most:
            return result
        result.append(name)
    return result
