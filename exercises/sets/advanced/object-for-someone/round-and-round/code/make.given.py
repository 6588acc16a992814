from math import cos, pi, sin


# Four corners, counter-clockwise, seen from outside.
def side(a, b, c, d):
    return facet(a, b, c) + facet(a, c, d)


# The corners of a ring, counter-clockwise, at one height.
def ring(sides, radius, height):
    corners = []
    for i in range(sides):
        turn = 2 * pi * i / sides
        corners.append([radius * cos(turn), radius * sin(turn), height])
    return corners
