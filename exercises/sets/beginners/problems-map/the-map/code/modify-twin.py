years = {"old oak": 9, "young oak": 4}
for tree in years:
    left(90)
    forward(10 * years[tree])
    back(10 * years[tree])
    right(90)
    forward(30)
