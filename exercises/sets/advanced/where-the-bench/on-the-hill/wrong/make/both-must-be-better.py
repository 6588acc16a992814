def fairest(sites, houses):
    choice = sites[0]
    for site in sites:
        if worst(site, houses) < worst(choice, houses) and total(site, houses) < total(choice, houses):
            choice = site
    return choice
