def finish(route):
    sums = {"east": 0, "west": 0, "north": 0, "south": 0}
    for part in route:
        sums[part[0]] = sums[part[0]] + part[1]
    return [sums["east"] - sums["west"], sums["north"] - sums["south"]]
