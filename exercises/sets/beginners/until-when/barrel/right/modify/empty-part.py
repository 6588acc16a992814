barrel = int(input("How many litres fit in? "))
trips = 0
while barrel > 0:
    barrel = barrel - 8
    barrel = barrel + 1
    trips = trips + 1
print("Trips:", trips)
