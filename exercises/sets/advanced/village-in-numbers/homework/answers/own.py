# My number, and where it is from:
line = "trees in the school yard,17,counted by us on Tuesday"
parts = line.split(",")
print(f"{parts[1]} {parts[0]} ({parts[2]})")
