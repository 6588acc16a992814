def crow(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    return sqrt(abs(east * east - north * north))


def detour(a, b):
    return walk(a, b) - crow(a, b)
