def plate(length, thickness, width):
    points = [[0, 0], [length, 0], [length, width], [0, width]]
    return biscuit(points, thickness)
