def plate(length, width, thickness):
    points = [[0, 0], [length, 0], [length, width], [0, width]]
    show_object(biscuit(points, thickness))
