def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        way = nearest(place, benches)
        if way is not None and way > limit:
            result.append(name)
    return result
