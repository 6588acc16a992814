def distance(first, second):
    return abs(first[1] - second[1])
