loaves = {}
for house in ["red", "blue", "red"]:
    loaves[house] = loaves.get(house, 0) + 1
print(loaves)
