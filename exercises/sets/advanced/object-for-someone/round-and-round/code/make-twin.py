def party_hat(sides, radius, height):
    low = ring(sides, radius, 0)
    facets = ""
    for i in range(sides):
        j = (i + 1) % sides
        facets = facets + facet(low[i], low[j], [0, 0, height])
        facets = facets + facet([0, 0, 0], low[j], low[i])
    return solid("party hat", facets)


show_object(party_hat(12, 30, 80))
