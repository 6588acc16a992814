def walk(houses, dogs, snow):
    minutes = houses * 2 + dogs * 3
    if snow:
        minutes = 2 * houses * 2 + dogs * 3
    return minutes


interact(walk, houses=slider(0, 60), dogs=slider(0, 20), snow=False)
