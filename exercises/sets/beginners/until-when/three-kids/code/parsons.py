voice = "wolf"
knocks = 0
while voice != "mother":
    knocks = knocks + 1
    voice = "mother"
print(f"Knocks: {knocks}")
