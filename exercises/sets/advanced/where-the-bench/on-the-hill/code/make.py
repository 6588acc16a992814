def fairest(sites, houses):
    ...


my_sites = [[0, 0], [200, 0], [400, 0]]
my_houses = [[0, 50], [50, 0], [100, 0], [300, 0]]
print("best:", best(my_sites, my_houses))
print("fairest:", fairest(my_sites, my_houses))
