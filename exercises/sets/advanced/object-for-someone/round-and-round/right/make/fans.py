def stopper(sides, below, above, height):
    low = ring(sides, below, 0)
    high = ring(sides, above, height)
    facets = ""
    for i in range(sides):
        facets = facets + side(low[i - 1], low[i], high[i], high[i - 1])
    for i in range(1, sides - 1):
        facets = facets + facet(low[0], low[i + 1], low[i])
        facets = facets + facet(high[0], high[i], high[i + 1])
    return solid("stopper", facets)
