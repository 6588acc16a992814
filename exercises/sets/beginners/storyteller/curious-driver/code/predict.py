place = "to the mill"
print("Where do we go?")
print(f"We drive {place}.")
print("Where do we go?")
print("We drive {place}.")
