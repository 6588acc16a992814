nest = ["chick", "egg", "chick", "chick"]
hatched = 0
for one in nest:
    if one == "chick":
        hatched = hatched + 1
print(hatched / len(nest))
