def finish(route):
    east = 0
    north = 0
    for part in route:
        if part[0] == "East":
            east = east + part[1]
        if part[0] == "West":
            east = east - part[1]
        if part[0] == "North":
            north = north + part[1]
        if part[0] == "South":
            north = north - part[1]
    return [east, north]
