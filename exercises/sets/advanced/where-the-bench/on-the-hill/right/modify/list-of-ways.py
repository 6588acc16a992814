def worst(site, houses):
    ways = [0]
    for house in houses:
        ways.append(walk(site, house))
    return max(ways)
