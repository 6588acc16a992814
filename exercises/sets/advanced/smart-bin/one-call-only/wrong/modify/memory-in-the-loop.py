def calls(levels):
    count = 0
    for level in levels:
        full = False
        if level >= 80 and not full:
            count = count + 1
            full = True
    return count
