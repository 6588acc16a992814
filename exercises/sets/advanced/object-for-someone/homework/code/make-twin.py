def tent(edge, height):
    a = [0, 0, 0]
    b = [edge, 0, 0]
    c = [0, edge, 0]
    top = [0, 0, height]
    facets = facet(a, c, b) + facet(a, b, top)
    facets = facets + facet(b, c, top) + facet(c, a, top)
    return solid("tent", facets)


show_object(tent(40, 60))
