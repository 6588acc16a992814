warmer = 0
before = 1000
for value in mornings:
    if value > before:
        warmer += 1
    before = value
if warmer > 3:
    print("Rooster, sing louder!")
