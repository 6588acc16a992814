def stopper(sides, below, above, height):
    low = ring(sides, below, 0)
    high = ring(sides, above, height)
    facets = ""
    for i in range(sides):
        j = i + 1
        facets = facets + side(low[i], low[j], high[j], high[i])
        facets = facets + facet([0, 0, 0], low[j], low[i])
        facets = facets + facet([0, 0, height], high[i], high[j])
    return solid("stopper", facets)
