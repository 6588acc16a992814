def walk(houses, dogs, snow):
    times = 1
    if snow == True:
        times = 2
    return times * (houses * 2 + dogs * 3)


interact(walk, snow=False, dogs=slider(0, 11), houses=slider(1, 40))
