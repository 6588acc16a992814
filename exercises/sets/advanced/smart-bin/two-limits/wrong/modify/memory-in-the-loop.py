def lamp(levels):
    result = []
    for level in levels:
        lit = False
        if level >= 80:
            lit = True
        elif level <= 20:
            lit = False
        result.append(lit)
    return result
