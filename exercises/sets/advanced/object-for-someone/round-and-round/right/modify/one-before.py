def grip(sides, radius, height):
    low = ring(sides, radius, 0)
    high = ring(sides, radius, height)
    facets = ""
    for i in range(sides):
        facets = facets + side(low[i - 1], low[i], high[i], high[i - 1])
        facets = facets + facet([0, 0, 0], low[i], low[i - 1])
        facets = facets + facet([0, 0, height], high[i - 1], high[i])
    return solid("grip", facets)
