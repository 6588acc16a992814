# A shape like a biscuit: its outline, counter-clockwise, and how thick it is.
def biscuit(points, thickness):
    low = [[x, y, 0] for x, y in points]
    high = [[x, y, thickness] for x, y in points]
    facets = ""
    for i in range(1, len(points) - 1):
        facets = facets + facet(low[0], low[i + 1], low[i]) + facet(high[0], high[i], high[i + 1])
    for i in range(len(points)):
        j = (i + 1) % len(points)
        facets = facets + facet(low[i], low[j], high[j]) + facet(low[i], high[j], high[i])
    return solid("biscuit", facets)
