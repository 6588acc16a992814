def middle(values):
    values = sorted(values)
    while len(values) > 2:
        values = values[1:-1]
    return sum(values) / len(values)
