def warmest_of_two(values):
    result = []
    for start in range(len(values) - 1):
        window = values[start:start + 2]
        result.append(max(window))
    return result
