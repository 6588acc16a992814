def clothes(degrees):
    if degrees < 0:
        return "sheepskin"
    elif degrees < 18:
        return "sweater"
    else:
        return "t-shirt"


print(clothes(10))
