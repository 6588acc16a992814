def distance(first, second):
    return abs(first[0] - second[0]) + abs(first[0] - second[0])
