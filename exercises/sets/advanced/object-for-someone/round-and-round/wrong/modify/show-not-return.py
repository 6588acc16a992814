def grip(sides, radius, height):
    low = ring(sides, radius, 0)
    high = ring(sides, radius, height)
    facets = ""
    for i in range(sides):
        j = (i + 1) % sides
        facets = facets + side(low[i], low[j], high[j], high[i])
        facets = facets + facet([0, 0, 0], low[j], low[i])
        facets = facets + facet([0, 0, height], high[i], high[j])
    show_object(solid("grip", facets))
