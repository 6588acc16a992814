place = "to the mill"
print(f"Get on! We drive {place}.")
print(f"Is it far {place}?")
