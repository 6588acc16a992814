def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        way = nearest(place, benches)
        if way is None or way > limit:
            result.append(name)
    print(result)
