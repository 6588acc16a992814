def stopper(sides, below, above, height):
    low = ring(sides, below, 0)
    high = ring(sides, above, height)
    low.append(low[0])
    high.append(high[0])
    facets = ""
    for i in range(sides):
        facets = facets + side(low[i], low[i + 1], high[i + 1], high[i])
        facets = facets + facet([0, 0, 0], low[i + 1], low[i])
        facets = facets + facet([0, 0, height], high[i], high[i + 1])
    return solid("stopper", facets)


show_object(stopper(20, 10, 15, 25))
