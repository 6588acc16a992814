def roof(length, width, height):
    a = [0, 0, 0]
    b = [60, 0, 0]
    c = [60, 40, 0]
    d = [0, 40, 0]
    e = [0, 20, 30]
    f = [60, 20, 30]
    facets = side(a, d, c, b) + facet(a, e, d) + facet(b, c, f)
    facets = facets + side(a, b, f, e) + side(c, d, e, f)
    return solid("roof", facets)
