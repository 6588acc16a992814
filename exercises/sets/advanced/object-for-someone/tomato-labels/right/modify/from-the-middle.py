def plate(length, width, thickness):
    x = length / 2
    y = width / 2
    points = [[-x, -y], [x, -y], [x, y], [-x, y]]
    return biscuit(points, thickness)
