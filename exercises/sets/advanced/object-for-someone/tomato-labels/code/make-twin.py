def arrow(length, width):
    points = [[0, 0], [length, width / 2], [0, width]]
    return biscuit(points, 2)


show_object(arrow(50, 30))
