def distance(first, second):
    return abs(first + second)
