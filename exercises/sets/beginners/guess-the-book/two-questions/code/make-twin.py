near = input("Is it near the door? ")
high = input("Is it high up? ")
if near == "yes":
    if high == "yes":
        place = "shelf A"
    else:
        place = "shelf B"
else:
    if high == "yes":
        place = "shelf C"
    else:
        place = "shelf D"
print(place)
