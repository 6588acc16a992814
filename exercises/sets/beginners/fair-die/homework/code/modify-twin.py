def jury(points):
    for point in points:
        if point == 0:
            return "not yet"
    return "good"


print(jury([7, 9, 0, 8]))
