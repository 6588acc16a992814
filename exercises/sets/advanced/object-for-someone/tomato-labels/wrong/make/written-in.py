def label(length, width, tip, thickness):
    points = [[0, 0], [60, 0], [90, 10], [60, 20], [0, 20]]
    return biscuit(points, 3)
