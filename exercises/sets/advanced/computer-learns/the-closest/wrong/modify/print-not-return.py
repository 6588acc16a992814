def distance(first, second):
    print(abs(first - second))
