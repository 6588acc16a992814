def finish(route):
    east = 0
    north = 0
    for part in route:
        direction = part[0]
        number = part[1]
        if direction == "north":
            north += number
        elif direction == "south":
            north -= number
        elif direction == "east":
            east += number
        else:
            east -= number
    return [east, north]


print(finish([["east", 12], ["south", 30]]))
