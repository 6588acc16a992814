def label(length, width, tip, thickness):
    points = [[-tip, width / 2], [0, 0], [length, 0], [length, width], [0, width]]
    return biscuit(points, thickness)
