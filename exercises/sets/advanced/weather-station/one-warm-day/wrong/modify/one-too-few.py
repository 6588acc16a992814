def smooth(values):
    result = []
    for start in range(len(values) - 5):
        window = values[start:start + 5]
        result.append(sum(window) / 5)
    return result
