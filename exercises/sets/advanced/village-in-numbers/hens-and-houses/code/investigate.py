line = "Long Street,10,30"
parts = line.split(",")
houses = int(parts[1])
hens = int(parts[2])
print(hens / houses)
