def longest(readings):
    best = 0
    row = 1
    for value in readings:
        if value is None:
            row = 1
        else:
            row = row + 1
            best = max(best, row)
    return best
