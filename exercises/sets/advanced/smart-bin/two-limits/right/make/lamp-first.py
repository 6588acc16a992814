def lamp(levels, high, low):
    result = []
    lit = False
    for level in levels:
        if level >= high:
            lit = True
        if level <= low:
            lit = False
        result.append(lit)
    return result


def calls(levels, high, low):
    lit = lamp(levels, high, low)
    return [i for i in range(len(lit)) if lit[i] and (i == 0 or not lit[i - 1])]


print(calls(week, 90, 10))
