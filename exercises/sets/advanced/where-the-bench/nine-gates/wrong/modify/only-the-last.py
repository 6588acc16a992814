def total(site, houses):
    together = 0
    for house in houses:
        together = walk(site, house) * house[2]
    return together
