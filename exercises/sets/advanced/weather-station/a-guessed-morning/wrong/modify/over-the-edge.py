def places(values):
    result = []
    for i in range(len(values)):
        if values[i] is None and values[i - 1] is not None and values[i + 1] is not None:
            result.append(i)
    return result
