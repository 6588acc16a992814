def clothes(degrees):
    if degrees < ...:
        return "sheepskin"
    elif ...:
        return "sweater"
    else:
        return ...
