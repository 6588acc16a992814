place = input("Where do we go? ")
print(f"Get on! We drive {place}.")
luggage = input("And what is that? ")
print(f"One ticket for you, one for {luggage}.")
