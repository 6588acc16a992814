def label(length, width, tip, thickness):
    points = [[0, 0], [0, width], [length, width], [length + tip, width / 2], [length, 0]]
    return biscuit(points, thickness)
