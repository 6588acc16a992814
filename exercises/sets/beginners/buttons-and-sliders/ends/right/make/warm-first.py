def clothes(degrees):
    if degrees >= 18:
        return "t-shirt"
    if degrees >= 0:
        return "sweater"
    return "sheepskin"


interact(clothes, degrees=slider(-25, 40))
