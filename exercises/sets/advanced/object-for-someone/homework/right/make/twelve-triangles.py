def block(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, 0, height]
    f = [length, 0, height]
    g = [length, width, height]
    h = [0, width, height]
    facets = facet(a, d, b) + facet(b, d, c) + facet(e, f, h) + facet(f, g, h)
    facets += facet(a, b, f) + facet(a, f, e) + facet(b, c, g) + facet(b, g, f)
    facets += facet(c, d, h) + facet(c, h, g) + facet(d, a, e) + facet(d, e, h)
    return solid("block", facets)


show_object(block(80, 60, 50))
