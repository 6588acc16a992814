def plate(length):
    points = [[0, 0], [length, 0], [length, 20], [0, 20]]
    return biscuit(points, 3)


show_object(plate(60))
