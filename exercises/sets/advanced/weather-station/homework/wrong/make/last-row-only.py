def longest(readings):
    row = 0
    for value in readings:
        if value is None:
            row = 0
        else:
            row = row + 1
    return row
