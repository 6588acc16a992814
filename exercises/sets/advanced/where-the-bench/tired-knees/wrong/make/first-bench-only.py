def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        if walk(place, benches[0]) > limit:
            result.append(name)
    return result
