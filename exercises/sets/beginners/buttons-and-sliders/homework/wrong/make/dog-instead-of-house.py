def walk(houses, dogs, snow):
    minutes = (houses - dogs) * 2 + dogs * 3
    if snow:
        minutes = minutes * 2
    return minutes


interact(walk, houses=slider(0, 60), dogs=slider(0, 20), snow=False)
