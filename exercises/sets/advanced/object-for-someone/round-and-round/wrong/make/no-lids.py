def stopper(sides, below, above, height):
    low = ring(sides, below, 0)
    high = ring(sides, above, height)
    facets = ""
    for i in range(sides):
        j = (i + 1) % sides
        facets = facets + side(low[i], low[j], high[j], high[i])
    return solid("stopper", facets)
