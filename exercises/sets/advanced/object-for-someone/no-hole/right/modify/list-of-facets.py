def wedge(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [length, 0, height]
    f = [length, width, height]
    facets = [
        side(a, d, c, b),
        side(b, c, f, e),
        facet(a, b, e),
        facet(d, f, c),
        side(f, d, a, e),
    ]
    return solid("wedge", facets)


show_object(wedge(100, 30, 12))
