def grip(sides, radius, height):
    low = ring(sides, radius, 0)
    high = ring(sides, radius, height)
    facets = []
    for i in range(len(low)):
        j = (i + 1) % len(low)
        facets.append(side(low[i], low[j], high[j], high[i]))
        facets.append(facet([0, 0, 0], low[j], low[i]))
        facets.append(facet([0, 0, height], high[i], high[j]))
    return solid("grip", facets)


show_object(grip(10, 15, 20))
