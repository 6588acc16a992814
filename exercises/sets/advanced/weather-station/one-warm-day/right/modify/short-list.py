def smooth(values):
    return [sum(values[i:i + 5]) / 5 for i in range(len(values) - 4)]
