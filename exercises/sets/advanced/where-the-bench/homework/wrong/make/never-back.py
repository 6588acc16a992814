def finish(route):
    east = 0
    north = 0
    for part in route:
        if part[0] == "east" or part[0] == "west":
            east = east + part[1]
        else:
            north = north + part[1]
    return [east, north]
