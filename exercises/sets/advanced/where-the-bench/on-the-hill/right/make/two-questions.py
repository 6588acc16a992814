def fairest(sites, houses):
    choice = sites[0]
    for site in sites:
        new = worst(site, houses)
        old = worst(choice, houses)
        if new < old:
            choice = site
        elif new == old and total(site, houses) < total(choice, houses):
            choice = site
    return choice
