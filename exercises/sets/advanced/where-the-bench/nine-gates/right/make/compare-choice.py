def best(sites, houses):
    choice = None
    for site in sites:
        if choice is None:
            choice = site
        if total(site, houses) < total(choice, houses):
            choice = site
    return choice
