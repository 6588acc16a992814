e = [0, width / 2, height]
f = ...
facets = side(a, d, c, b) + facet(a, e, d)
facets = facets + side(a, b, ..., ...)
