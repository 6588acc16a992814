def distance(first, second):
    return max(abs(first[0] - second[0]), abs(first[1] - second[1]))
