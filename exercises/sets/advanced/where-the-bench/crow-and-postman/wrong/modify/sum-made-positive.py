def walk(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    return abs(east + north)
