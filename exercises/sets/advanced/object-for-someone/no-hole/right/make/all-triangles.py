def roof(length, width, height):
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, width / 2, height]
    f = [length, width / 2, height]
    facets = []
    for one, two, three in [
        [a, d, b], [b, d, c],
        [a, b, e], [b, f, e],
        [c, d, f], [d, e, f],
        [a, e, d], [b, c, f],
    ]:
        facets.append(facet(one, two, three))
    return solid("roof", facets)


show_object(roof(60, 40, 30))
