def worst(site, houses):
    result = 0
    for house in houses:
        way = walk(site, house)
        result = max(result, way)
        return result
