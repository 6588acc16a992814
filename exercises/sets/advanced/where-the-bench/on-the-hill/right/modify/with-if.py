def worst(site, houses):
    result = 0
    for house in houses:
        if walk(site, house) > result:
            result = walk(site, house)
    return result
