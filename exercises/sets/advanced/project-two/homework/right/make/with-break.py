def heard(parts, most):
    result = []
    for name, seconds in parts:
        most = most - seconds
        if most < 0:
            break
        result.append(name)
    return result
