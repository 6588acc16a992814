def walk(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    if east < 0:
        east = 0
    if north < 0:
        north = 0
    return east + north
