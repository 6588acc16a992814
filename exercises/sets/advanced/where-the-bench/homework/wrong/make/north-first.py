def finish(route):
    east = 0
    north = 0
    for part in route:
        if part[0] == "east":
            east = east + part[1]
        if part[0] == "west":
            east = east - part[1]
        if part[0] == "north":
            north = north + part[1]
        if part[0] == "south":
            north = north - part[1]
    return [north, east]
