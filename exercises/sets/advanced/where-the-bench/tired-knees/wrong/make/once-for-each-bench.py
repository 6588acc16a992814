def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        for bench in benches:
            if walk(place, bench) > limit:
                result.append(name)
    return result
