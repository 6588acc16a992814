luggage = input("What do you carry? ")
place = input("Where do we go? ")
print(f"Get on! We drive {place}.")
print(f"One ticket for you, one for {luggage}.")
