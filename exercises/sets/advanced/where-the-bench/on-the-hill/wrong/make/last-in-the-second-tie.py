def fairest(sites, houses):
    choice = sites[0]
    for site in sites:
        new = [worst(site, houses), total(site, houses)]
        old = [worst(choice, houses), total(choice, houses)]
        if new <= old:
            choice = site
    return choice
