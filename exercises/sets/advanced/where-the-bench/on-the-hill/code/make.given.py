def walk(a, b):
    return abs(b[0] - a[0]) + abs(b[1] - a[1])


def total(site, houses):
    return sum([walk(site, house) for house in houses])


def worst(site, houses):
    return max([walk(site, house) for house in houses])


def best(sites, houses):
    totals = [total(site, houses) for site in sites]
    return sites[totals.index(min(totals))]
