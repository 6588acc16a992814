def plate(length, width, thickness):
    points = [[0, 0], [0, width], [length, width], [length, 0]]
    return biscuit(points, thickness)
