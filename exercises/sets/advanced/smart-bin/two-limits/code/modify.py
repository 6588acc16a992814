def lamp(levels):
    result = []
    for level in levels:
        if level >= 80:
            lit = True
        else:
            lit = False
        result.append(lit)
    return result
