one = facet([0, 0, 0], [30, 0, 0], [0, 30, 0])
two = facet([0, 0, 0], [0, 30, 0], [0, 0, 30])
both = one + two
print(both.count("vertex"))
