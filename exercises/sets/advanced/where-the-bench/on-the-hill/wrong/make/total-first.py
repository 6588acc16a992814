def fairest(sites, houses):
    choice = sites[0]
    for site in sites:
        new = [total(site, houses), worst(site, houses)]
        old = [total(choice, houses), worst(choice, houses)]
        if new <= old:
            choice = site
    return choice
