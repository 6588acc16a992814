def smooth(values):
    result = []
    for start in range(len(values) - 2):
        window = values[start:start + 3]
        result.append(sum(window) / 3)
    return result
