for house in houses:
    way = walk(site, house)
    if way ...:
        result = ...
