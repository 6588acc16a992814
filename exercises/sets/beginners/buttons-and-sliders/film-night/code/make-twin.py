def ice_cream(balls, waffle):
    total = balls * 3
    if waffle:
        total = total + 2
    return total


interact(ice_cream, balls=slider(1, 4), waffle=False)
