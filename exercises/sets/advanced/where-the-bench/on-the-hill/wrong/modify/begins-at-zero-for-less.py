def worst(site, houses):
    result = 0
    for house in houses:
        way = walk(site, house)
        if way < result:
            result = way
    return result
