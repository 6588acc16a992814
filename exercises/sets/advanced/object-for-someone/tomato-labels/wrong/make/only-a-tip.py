def label(length, width, tip, thickness):
    points = [[0, 0], [length + tip, width / 2], [0, width]]
    return biscuit(points, thickness)
