place = input("Where do we go? ")
print(f"Get on! We drive {place}.")
