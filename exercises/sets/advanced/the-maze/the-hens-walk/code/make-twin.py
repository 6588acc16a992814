def goat(meal):
    cabbages = 0
    for bite in meal:
        if bite == "rose":
            return "chased"
        if bite == "cabbage":
            cabbages = cabbages + 1
        if cabbages == 2:
            return "full"
    return "hungry"


print(goat(["grass", "cabbage", "rose"]))
