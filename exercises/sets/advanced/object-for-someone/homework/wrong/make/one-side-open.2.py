def block(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, 0, height]
    f = [length, 0, height]
    g = [length, width, height]
    h = [0, width, height]
    facets = side(e, f, g, h)
    facets = facets + side(a, b, f, e) + side(b, c, g, f)
    facets = facets + side(c, d, h, g) + side(d, a, e, h)
    return solid("block", facets)
