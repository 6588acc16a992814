def block(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, 0, height]
    f = [length, 0, height]
    g = [length, width, height]
    h = [0, width, height]
    facets = side(a, d, c, b)
    facets = facets + side(e, f, g, h)
    facets = facets + side(a, e, f, b) + side(b, f, g, c)
    facets = facets + side(c, g, h, d) + side(d, h, e, a)
    return solid("block", facets)
