def calls(levels):
    count = 0
    for i in range(1, len(levels)):
        if levels[i] >= 80 and levels[i - 1] < 80:
            count = count + 1
    return count
