def roof(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, width, height]
    f = [length, width, height]
    facets = side(a, d, c, b) + facet(a, e, d) + facet(b, c, f)
    facets = facets + side(a, b, f, e) + side(c, d, e, f)
    return solid("roof", facets)
