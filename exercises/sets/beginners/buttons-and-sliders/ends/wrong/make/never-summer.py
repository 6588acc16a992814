def clothes(degrees):
    if degrees >= 0:
        return "sweater"
    elif degrees >= 18:
        return "t-shirt"
    else:
        return "sheepskin"


interact(clothes, degrees=slider(-25, 40))
