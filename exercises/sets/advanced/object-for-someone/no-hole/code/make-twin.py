def pyramid(edge, height):
    a = [0, 0, 0]
    b = [edge, 0, 0]
    c = [edge, edge, 0]
    d = [0, edge, 0]
    top = [edge / 2, edge / 2, height]
    facets = side(a, d, c, b) + facet(a, b, top) + facet(b, c, top)
    facets = facets + facet(c, d, top) + facet(d, a, top)
    return solid("pyramid", facets)


show_object(pyramid(40, 50))
