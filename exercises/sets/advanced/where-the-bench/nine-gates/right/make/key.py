def best(sites, houses):
    if sites == []:
        return None
    return min(sites, key=lambda site: total(site, houses))
