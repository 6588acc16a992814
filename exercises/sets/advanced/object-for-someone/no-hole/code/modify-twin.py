def crate(edge):
    facets = side([0, 0, 0], [0, edge, 0], [edge, edge, 0], [edge, 0, 0])
    facets = facets + side([0, 0, edge], [edge, 0, edge], [edge, edge, edge], [0, edge, edge])
    return facets


print(crate(50).count("facet normal"))
