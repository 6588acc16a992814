def label(length, width, tip, thickness):
    points = [[0, 0], [length, 0], [length + tip, width / 2], [length, width], [0, width]]
    return biscuit(points, thickness)


show_object(label(60, 20, 30, 3))
