def oven(loaves, small):
    minutes = 15 + loaves * 4
    if small:
        minutes = minutes + 20
    return minutes


interact(oven, loaves=slider(1, 40), small=False)
