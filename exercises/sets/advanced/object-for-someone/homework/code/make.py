def block(length, width, height):
    # Below: a, b, c, d. Above them: e, f, g, h.
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    e = [0, 0, height]
    f = [length, 0, height]
    g = [length, width, height]
    h = [0, width, height]
    facets = side(a, d, c, b)
    ...
