line = "Mill Street,14,52"
parts = line.split(",")
print(len(parts))
print(parts[1] + parts[2])
