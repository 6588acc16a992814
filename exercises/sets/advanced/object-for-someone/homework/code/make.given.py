# Four corners, counter-clockwise, seen from outside.
def side(a, b, c, d):
    return facet(a, b, c) + facet(a, c, d)
