def worst(site, houses):
    ways = []
    for house in houses:
        ways.append(walk(site, house))
    return max(ways)
