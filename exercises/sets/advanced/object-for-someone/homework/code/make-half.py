facets = facets + side(e, f, g, h)
facets = facets + side(a, b, ..., ...)
facets = facets + side(b, c, ..., ...)
