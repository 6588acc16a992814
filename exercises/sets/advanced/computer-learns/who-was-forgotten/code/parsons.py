loaves = {}
for house in ["Ana", "Vlad", "Ana"]:
    loaves[house] = loaves.get(house, 0) + 1
print(loaves)
