def wedge(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [length, 0, height]
    f = [length, width, height]
    facets = side(a, d, c, b) + side(b, c, f, e)
    facets = facets + facet(a, b, e) + facet(d, f, c)
    facets = facets + facet(a, e, d) + facet(d, e, f)
    return solid("wedge", facets)
