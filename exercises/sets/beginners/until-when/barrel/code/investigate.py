water = 0
trips = 0
while water < 20:
    water = water + 8
    trips = trips + 1
print(trips, water)
