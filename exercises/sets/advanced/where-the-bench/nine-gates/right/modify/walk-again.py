def total(site, houses):
    together = 0
    for house in houses:
        for person in range(house[2]):
            together = together + walk(site, house)
    return together
