def walk(a, b):
    east = a[0] - b[0]
    north = a[1] - b[1]
    return east + north
