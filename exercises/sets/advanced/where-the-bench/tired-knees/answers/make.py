def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        way = nearest(place, benches)
        if way is None or way > limit:
            result.append(name)
    return result


print(too_far(village, [[100, 100], [600, 300]], 200))
