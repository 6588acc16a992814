low = ring(sides, below, 0)
high = ring(sides, ..., height)
facets = ""
for i in range(sides):
    j = ...
    facets = facets + side(low[i], low[j], ..., ...)
