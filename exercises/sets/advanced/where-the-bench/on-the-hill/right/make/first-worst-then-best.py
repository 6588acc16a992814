def fairest(sites, houses):
    least = min([worst(site, houses) for site in sites])
    fair = []
    for site in sites:
        if worst(site, houses) == least:
            fair.append(site)
    return best(fair, houses)
