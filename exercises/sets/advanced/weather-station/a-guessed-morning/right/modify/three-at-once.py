def places(values):
    result = []
    for i in range(1, len(values) - 1):
        before, old, after = values[i - 1:i + 2]
        if old is None and None not in [before, after]:
            result.append(i)
    return result
