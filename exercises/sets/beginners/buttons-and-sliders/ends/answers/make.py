def clothes(degrees):
    if degrees < 0:
        return "sheepskin"
    elif degrees < 18:
        return "sweater"
    else:
        return "t-shirt"


def morning(degrees):
    print(f"It is {degrees} degrees. Put on your {clothes(degrees)}!")


interact(morning, degrees=slider(-25, 40, start=10))
