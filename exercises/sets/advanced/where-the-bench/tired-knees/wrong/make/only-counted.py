def too_far(houses, benches, limit):
    result = 0
    for name, place in houses.items():
        way = nearest(place, benches)
        if way is None or way > limit:
            result = result + 1
    return result
