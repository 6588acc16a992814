def lamp(levels):
    result = []
    lit = False
    for level in levels:
        if level >= 80:
            lit = True
        elif level < 20:
            lit = False
        result.append(lit)
    return result
