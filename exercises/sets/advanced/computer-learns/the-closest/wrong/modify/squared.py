def distance(first, second):
    return (first - second) ** 2
