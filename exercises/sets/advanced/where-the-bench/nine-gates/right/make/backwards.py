def best(sites, houses):
    choice = None
    for site in reversed(sites):
        if choice is None or total(site, houses) <= total(choice, houses):
            choice = site
    return choice
