def heard(parts, most):
    result = []
    for name, seconds in parts:
        if seconds > most:
            return result
        result.append(name)
    return result
