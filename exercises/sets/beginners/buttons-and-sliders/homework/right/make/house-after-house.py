def walk(houses, dogs, snow):
    minutes = 0
    for number in range(houses):
        minutes += 2
    for number in range(dogs):
        minutes += 3
    if snow:
        minutes += minutes
    return minutes


interact(walk, houses=slider(0, 40, start=12), dogs=slider(0, 40, start=11), snow=False)
