def plate(length, width, ...):
    points = [[0, 0], [length, 0], [length, ...], [0, ...]]
    return biscuit(points, ...)
