def roof(length, width, height):
    x = length / 2
    y = width / 2
    a = [-x, -y, 0]
    b = [x, -y, 0]
    c = [x, y, 0]
    d = [-x, y, 0]
    e = [-x, 0, height]
    f = [x, 0, height]
    facets = side(d, c, b, a) + side(a, b, f, e) + side(c, d, e, f)
    facets = facets + facet(d, a, e) + facet(b, c, f)
    return solid("roof", facets)
