def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        if nearest(place, benches) > limit:
            result.append(name)
    return result
