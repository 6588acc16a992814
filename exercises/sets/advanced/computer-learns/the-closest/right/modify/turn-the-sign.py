def distance(first, second):
    result = first - second
    if result < 0:
        result = -result
    return result
