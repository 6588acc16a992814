def lamp(levels):
    result = []
    lit = False
    for level in levels:
        if level >= 80:
            lit = True
        result.append(lit)
    return result
