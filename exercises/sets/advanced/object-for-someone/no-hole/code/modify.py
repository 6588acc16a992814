def wedge(length, width, height):
    # The floor: a, b, c, d. Above b lies e, above c lies f.
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [length, 0, height]
    f = [length, width, height]
    facets = side(a, d, c, b) + side(b, c, f, e)
    facets = facets + facet(a, b, e) + facet(d, f, c)
    return solid("wedge", facets)


show_object(wedge(60, 20, 8))
