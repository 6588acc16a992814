def walk(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    if east < 0:
        east = -east
    if north < 0:
        north = -north
    return east + north
