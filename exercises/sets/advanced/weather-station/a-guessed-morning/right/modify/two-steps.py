def places(values):
    result = []
    for i in range(len(values)):
        if values[i] is None and 0 < i < len(values) - 1:
            if values[i - 1] is not None:
                if values[i + 1] is not None:
                    result.append(i)
    return result
