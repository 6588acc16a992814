result = []
for name, place in houses.items():
    way = nearest(place, benches)
    if ... or way > ...:
        ...
