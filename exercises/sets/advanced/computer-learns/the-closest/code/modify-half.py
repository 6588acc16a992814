def distance(first, second):
    if first < second:
        return ...
    return first - second
