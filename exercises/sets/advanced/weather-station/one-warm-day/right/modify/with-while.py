def smooth(values):
    result = []
    start = 0
    while start + 5 <= len(values):
        total = 0
        for value in values[start:start + 5]:
            total += value
        result.append(total / 5)
        start += 1
    return result
