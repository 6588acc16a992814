def total(site, houses):
    ways = []
    for house in houses:
        people = house[2]
        ways.append(people * walk(site, house))
    return sum(ways)
