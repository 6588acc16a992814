def clothes(degrees):
    word = "sweater"
    if degrees < 0:
        word = "sheepskin"
    if degrees > 17:
        word = "t-shirt"
    return word


interact(clothes, degrees=slider(-25, 40, start=-5, step=5))
