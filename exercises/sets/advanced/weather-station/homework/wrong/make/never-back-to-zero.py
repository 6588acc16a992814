def longest(readings):
    row = 0
    for value in readings:
        if value is not None:
            row = row + 1
    return row
