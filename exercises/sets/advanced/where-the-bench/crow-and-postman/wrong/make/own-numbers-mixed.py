def crow(a, b):
    east = a[1] - a[0]
    north = b[1] - b[0]
    return sqrt(east * east + north * north)


def detour(a, b):
    return walk(a, b) - crow(a, b)
