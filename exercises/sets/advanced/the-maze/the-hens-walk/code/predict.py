energy = 3
for sign in [".", "#", ".", "."]:
    if sign == "#":
        energy = energy - 1
    print(sign, energy)
