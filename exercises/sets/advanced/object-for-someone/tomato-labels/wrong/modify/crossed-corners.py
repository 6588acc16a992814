def plate(length, width, thickness):
    points = [[0, 0], [length, 0], [0, width], [length, width]]
    return biscuit(points, thickness)
