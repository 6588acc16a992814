def lamp(levels):
    result = []
    for level in levels:
        if level > 20:
            lit = True
        else:
            lit = False
        result.append(lit)
    return result
