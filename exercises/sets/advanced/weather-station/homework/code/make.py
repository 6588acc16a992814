def longest(readings):
    best = 0
    row = 0
    for value in readings:
        ...
