def grip(sides, radius, height):
    low = ring(6, radius, 0)
    high = ring(6, radius, height)
    facets = ""
    for i in range(6):
        j = (i + 1) % 6
        facets = facets + side(low[i], low[j], high[j], high[i])
        facets = facets + facet([0, 0, 0], low[j], low[i])
        facets = facets + facet([0, 0, height], high[i], high[j])
    return solid("grip", facets)
