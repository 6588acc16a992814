def best(sites, houses):
    choice = None
    record = 0
    for site in sites:
        metres = total(site, houses)
        if metres < record:
            record = metres
            choice = site
    return choice
