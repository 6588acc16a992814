from math import dist


def crow(a, b):
    return dist(a, b)


def detour(a, b):
    return walk(a, b) - dist(a, b)
