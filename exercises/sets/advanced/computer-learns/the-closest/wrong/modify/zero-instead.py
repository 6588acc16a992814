def distance(first, second):
    return max(first - second, 0)
