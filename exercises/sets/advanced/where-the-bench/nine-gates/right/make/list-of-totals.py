def best(sites, houses):
    totals = []
    for site in sites:
        totals.append(total(site, houses))
    if not totals:
        return None
    return sites[totals.index(min(totals))]


gates = [[-80, 20, 2], [0, 60, 1]]
draw_map(best([[-50, 0], [50, 0]], gates), gates)
