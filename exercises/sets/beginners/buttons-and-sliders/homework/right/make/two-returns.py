def walk(houses, dogs, snow):
    if snow:
        return 4 * houses + 6 * dogs
    return 2 * houses + 3 * dogs


interact(walk, houses=slider(0, 100), dogs=slider(0, 11), snow=True)
