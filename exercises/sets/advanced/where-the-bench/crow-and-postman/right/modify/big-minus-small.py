def walk(a, b):
    east = max(a[0], b[0]) - min(a[0], b[0])
    north = max(a[1], b[1]) - min(a[1], b[1])
    return east + north
