def lift(floor, button):
    if button == "higher":
        floor = floor + 1
    if button == "lower":
        floor = floor - 1
    return floor
