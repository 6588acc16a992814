def crow(a, b):
    east = b[0] - a[0]
    north = ...
    return sqrt(... + ...)
