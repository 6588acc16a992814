def best(sites, houses):
    choice = sites[0]
    for site in sites:
        if total(site, houses) < total(choice, houses):
            choice = site
    return choice
