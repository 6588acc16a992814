line = "Mill Street,,52"
parts = line.split(",")
print(len(parts))
print(parts[1] == "")
