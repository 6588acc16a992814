def calls(levels):
    count = 0
    for i in range(len(levels)):
        if levels[i] >= 80 and (i == 0 or levels[i - 1] < 80):
            count = count + 1
    return count
