def smooth(values):
    result = []
    for start in range(len(values) - 4):
        window = values[start:start + 3]
        result.append(sum(window) / 5)
    return result
