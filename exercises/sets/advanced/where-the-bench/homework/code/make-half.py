for part in route:
    if part[0] == "east":
        east = east + part[1]
    if part[0] == "west":
        east = ...
