place = input("Where do we go? ")
luggage = ...
print(f"Get on! We drive {place}.")
print(f"One ticket for you, one for {...}.")
