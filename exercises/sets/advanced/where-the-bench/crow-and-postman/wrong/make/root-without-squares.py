def crow(a, b):
    east = abs(b[0] - a[0])
    north = abs(b[1] - a[1])
    return sqrt(east + north)


def detour(a, b):
    return walk(a, b) - crow(a, b)
