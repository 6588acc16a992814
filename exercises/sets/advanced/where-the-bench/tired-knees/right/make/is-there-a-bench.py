def too_far(houses, benches, limit):
    result = []
    for name, place in houses.items():
        near = False
        for bench in benches:
            if walk(place, bench) <= limit:
                near = True
        if not near:
            result.append(name)
    return result


print(too_far(village, [[100, 100], [600, 300]], 150))
