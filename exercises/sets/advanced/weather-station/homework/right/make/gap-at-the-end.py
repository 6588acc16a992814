def longest(readings):
    best = 0
    row = 0
    for value in [*readings, None]:
        if value is None:
            if row > best:
                best = row
            row = 0
        else:
            row = row + 1
    return best
