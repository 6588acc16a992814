def too_far(houses, benches, limit):
    result = list(houses)
    for name, place in houses.items():
        for bench in benches:
            if walk(place, bench) <= limit and name in result:
                result.remove(name)
    return result
