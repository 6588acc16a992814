def stopper(sides, below, above, height):
    low = ring(sides, above, 0)
    high = ring(sides, below, height)
    facets = []
    for i in range(sides):
        j = i + 1
        if j == sides:
            j = 0
        facets.append(side(low[i], low[j], high[j], high[i]))
        facets.append(facet([0, 0, 0], low[j], low[i]))
        facets.append(facet([0, 0, height], high[i], high[j]))
    return solid("stopper", facets)
