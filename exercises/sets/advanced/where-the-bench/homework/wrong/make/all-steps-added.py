def finish(route):
    together = 0
    for part in route:
        together = together + part[1]
    return together
