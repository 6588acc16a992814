def places(values):
    result = []
    for i in range(1, len(values) - 1):
        if values[i] is None and values[i - 1] and values[i + 1]:
            result.append(i)
    return result
