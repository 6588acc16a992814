def distance(first, second):
    return abs(first[0] - second[0]) + first[1] - second[1]
