def too_far(houses, benches, limit):
    if not benches:
        return list(houses)
    result = []
    for name in houses:
        if nearest(houses[name], benches) > limit:
            result.append(name)
    return result
