barrel = int(input("How many litres fit in? "))
trips = 0
while water < barrel:
    water = 0
    water = water + 8 - 1
    trips = trips + 1
print(f"Trips: {trips}")
