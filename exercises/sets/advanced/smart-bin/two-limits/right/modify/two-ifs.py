def lamp(levels):
    lit = False
    result = []
    for level in levels:
        if level <= 20:
            lit = False
        if level >= 80:
            lit = True
        result = result + [lit]
    return result
