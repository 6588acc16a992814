def worst(site, houses):
    result = 0
    choice = None
    for house in houses:
        way = walk(site, house)
        if way > result:
            result = way
            choice = house
    return choice
