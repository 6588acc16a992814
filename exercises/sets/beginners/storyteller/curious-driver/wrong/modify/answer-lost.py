place = input("Where do we go? ")
input("What do you carry? ")
print(f"Get on! We drive {place}.")
print(f"One ticket for you, one for {luggage}.")
