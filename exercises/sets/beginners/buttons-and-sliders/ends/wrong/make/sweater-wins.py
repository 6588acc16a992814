def clothes(degrees):
    word = ""
    if degrees < 0:
        word = "sheepskin"
    if degrees < 18:
        word = "sweater"
    else:
        word = "t-shirt"
    return word


interact(clothes, degrees=slider(-25, 40))
