def clothes(degrees):
    if degrees >= 0 and degrees < 18:
        return "sweater"
    elif degrees < 0:
        return "sheepskin"
    else:
        return "t-shirt"


def morning(degrees):
    print("Radu, today:", clothes(degrees))


interact(morning, degrees=(-25, 40))
