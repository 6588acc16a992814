def distance(first, second):
    return second - first
