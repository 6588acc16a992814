def fairest(sites, houses):
    choice = sites[0]
    for site in sites:
        new = [worst(site, houses), total(site, houses)]
        old = [worst(choice, houses), total(choice, houses)]
        if new < old:
            choice = site
    return choice


my_sites = [[0, 0], [200, 0], [400, 0]]
my_houses = [[0, 50], [50, 0], [100, 0], [500, 0]]
print("best:", best(my_sites, my_houses))
print("fairest:", fairest(my_sites, my_houses))
