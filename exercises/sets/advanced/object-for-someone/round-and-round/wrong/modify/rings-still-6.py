def grip(sides, radius, height):
    low = ring(6, radius, 0)
    high = ring(6, radius, height)
    facets = ""
    for i in range(sides):
        j = (i + 1) % sides
        facets = facets + side(low[i], low[j], high[j], high[i])
        facets = facets + facet([0, 0, 0], low[j], low[i])
        facets = facets + facet([0, 0, height], high[i], high[j])
    return solid("grip", facets)
