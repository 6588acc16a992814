def crow(a, b):
    east = abs(a[0] - b[0])
    north = abs(a[1] - b[1])
    return sqrt(east ** 2 + north ** 2)


def detour(a, b):
    east = abs(a[0] - b[0])
    north = abs(a[1] - b[1])
    return east + north - sqrt(east ** 2 + north ** 2)
