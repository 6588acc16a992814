def minutes(metres):
    return round(metres / 80)
