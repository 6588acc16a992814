def distance(first, second):
    total = 0
    for i in range(len(first)):
        total = total + abs(first[i] - second[i])
    return total
