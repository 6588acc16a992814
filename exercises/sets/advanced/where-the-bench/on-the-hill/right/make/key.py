def fairest(sites, houses):
    return min(sites, key=lambda site: (worst(site, houses), total(site, houses)))
