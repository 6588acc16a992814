from math import sqrt


def walk(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    return sqrt(east * east + north * north)
