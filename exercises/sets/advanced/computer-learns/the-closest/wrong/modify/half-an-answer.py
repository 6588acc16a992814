def distance(first, second):
    if first > second:
        return first - second
