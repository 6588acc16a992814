def label(length, width, tip, thickness):
    points = []
    points.append([0, 0])
    points.append([length, 0])
    points.append([length + tip, width / 3])
    points.append([length, width])
    points.append([0, width])
    return biscuit(points, thickness)
