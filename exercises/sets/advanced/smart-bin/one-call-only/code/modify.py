def calls(levels):
    count = 0
    for level in levels:
        if level >= 80:
            count = count + 1
    return count
