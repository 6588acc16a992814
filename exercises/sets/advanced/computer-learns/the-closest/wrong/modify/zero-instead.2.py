def distance(first, second):
    if first - second < 0:
        return 0
    return first - second
