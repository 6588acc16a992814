def ladder(wall, foot):
    return sqrt(wall * wall + foot * foot)


def too_short(length, wall, foot):
    return ladder(wall, foot) - length


print(too_short(4, 4, 3))
