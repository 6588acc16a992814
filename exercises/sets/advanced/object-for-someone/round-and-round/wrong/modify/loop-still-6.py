def grip(sides, radius, height):
    low = ring(sides, radius, 0)
    high = ring(sides, radius, height)
    facets = ""
    for i in range(6):
        j = (i + 1) % sides
        facets = facets + side(low[i], low[j], high[j], high[i])
        facets = facets + facet([0, 0, 0], low[j], low[i])
        facets = facets + facet([0, 0, height], high[i], high[j])
    return solid("grip", facets)
