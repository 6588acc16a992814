facets = facets + side(a, e, ..., ...)
