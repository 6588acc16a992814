def calls(levels, high, low):
    full = False
    result = []
    for hour, level in enumerate(levels):
        if level <= low:
            full = False
        elif level >= high and full == False:
            full = True
            result = result + [hour]
    return result
