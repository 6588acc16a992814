a = [0, 0, 0]
b = [40, 0, 0]
c = [0, 40, 0]
top = [0, 0, 40]
facets = facet(a, c, b) + facet(a, b, top)
facets = facets + facet(a, top, c) + facet(b, c, top)
show_object(solid("corner", facets))
