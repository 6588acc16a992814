barrel = int(input("How many litres fit in? "))
water = 0
trips = 0
while water < barrel:
    water = 8 - 1
    trips = trips + 1
print(f"Trips: {trips}")
