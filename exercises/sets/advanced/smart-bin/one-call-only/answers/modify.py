def calls(levels):
    count = 0
    full = False
    for level in levels:
        if level >= 80 and not full:
            count = count + 1
        full = level >= 80
    return count
