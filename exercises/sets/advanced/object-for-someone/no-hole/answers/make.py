def roof(length, width, height):
    # The floor: a, b, c, d. The ridge: e over the left edge, f over the right one.
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, width / 2, height]
    f = [length, width / 2, height]
    facets = side(a, d, c, b) + facet(a, e, d) + facet(b, c, f)
    facets = facets + side(a, b, f, e) + side(c, d, e, f)
    return solid("roof", facets)


show_object(roof(60, 40, 30))
