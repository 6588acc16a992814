def label(length, width, tip, thickness):
    points = [[0, 0], [length - tip, 0], [length, width / 2], [length - tip, width], [0, width]]
    return biscuit(points, thickness)
