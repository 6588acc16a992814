def label(length, width, tip, thickness):
    points = [[0, 0], [length + tip, 0], [length, width], [0, width]]
    return biscuit(points, thickness)


show_object(label(70, 25, 35, 3))
