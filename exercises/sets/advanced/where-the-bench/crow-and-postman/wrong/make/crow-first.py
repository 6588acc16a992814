def crow(a, b):
    east = b[0] - a[0]
    north = b[1] - a[1]
    return sqrt(east * east + north * north)


def detour(a, b):
    return crow(a, b) - walk(a, b)
