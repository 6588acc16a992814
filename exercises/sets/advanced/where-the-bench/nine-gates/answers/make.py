def best(sites, houses):
    choice = None
    record = None
    for site in sites:
        metres = total(site, houses)
        if record is None or metres < record:
            record = metres
            choice = site
    return choice


gates = [[-80, 20, 2], [0, 60, 1], [70, -40, 5]]
draw_map(best([[-50, 0], [0, 0], [50, 0]], gates), gates)
