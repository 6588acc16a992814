def plate(length, width, thickness):
    points = [[0, 0], [length, 0], [length, width], [0, width]]
    return biscuit(points, thickness)


show_object(plate(60, 20, 3))
