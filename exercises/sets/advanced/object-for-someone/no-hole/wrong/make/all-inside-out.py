def roof(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, width / 2, height]
    f = [length, width / 2, height]
    facets = side(a, b, c, d) + facet(a, d, e) + facet(b, f, c)
    facets = facets + side(a, e, f, b) + side(c, f, e, d)
    return solid("roof", facets)
