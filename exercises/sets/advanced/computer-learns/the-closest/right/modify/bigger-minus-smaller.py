def distance(first, second):
    return max(first, second) - min(first, second)
