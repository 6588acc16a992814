def longest(readings):
    best = 0
    row = 0
    for value in readings:
        if value is None:
            row = 0
        else:
            row = row + 1
            best = max(best, row)
    print(best)
