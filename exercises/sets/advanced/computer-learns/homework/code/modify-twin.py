def coldest(degrees):
    lowest = 100
    for value in degrees:
        lowest = min(lowest, value)
    if lowest < -40:
        return "broken"
    return lowest
