def block(length, width, height):
    low = [[0, 0, 0], [length, 0, 0], [length, width, 0], [0, width, 0]]
    high = [[x, y, height] for x, y, z in low]
    facets = side(low[0], low[3], low[2], low[1]) + side(high[0], high[1], high[2], high[3])
    for i in range(4):
        facets = facets + side(low[i - 1], low[i], high[i], high[i - 1])
    return solid("block", facets)
