def best(sites, houses):
    choice = None
    record = None
    for site in sites:
        metres = total(site, houses)
        if record is None or metres <= record:
            record = metres
            choice = site
    return choice
