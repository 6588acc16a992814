def worst(site, houses):
    result = None
    for house in houses:
        way = walk(site, house)
        if result is None or way < result:
            result = way
    return result
