def heard(parts, most):
    time = 0
    result = []
    for name, seconds in parts:
        time += seconds
        if time <= most:
            result = result + [name]
    return result


print(heard([["hello", 10], ["problem", 30]], 90))
