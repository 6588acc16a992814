def finish(route):
    east = 0
    north = 0
    for part in route:
        ...
