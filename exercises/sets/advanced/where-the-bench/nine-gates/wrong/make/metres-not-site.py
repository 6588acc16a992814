def best(sites, houses):
    record = None
    for site in sites:
        metres = total(site, houses)
        if record is None or metres < record:
            record = metres
    return record
