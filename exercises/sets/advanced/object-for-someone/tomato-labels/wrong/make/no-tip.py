def label(length, width, tip, thickness):
    points = [[0, 0], [length, 0], [length, width], [0, width]]
    return biscuit(points, thickness)
