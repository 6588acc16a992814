def total(site, houses):
    together = 0
    people = 0
    for house in houses:
        together = together + walk(site, house)
        people = people + house[2]
    return together * people
