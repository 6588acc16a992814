def places(values):
    result = []
    for i in range(len(values)):
        if values[i] is None:
            result.append(i)
    return result
