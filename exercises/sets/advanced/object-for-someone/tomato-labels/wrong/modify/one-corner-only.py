def plate(length, width, thickness):
    points = [[0, 0], [length, 0], [length, width], [0, 20]]
    return biscuit(points, thickness)
