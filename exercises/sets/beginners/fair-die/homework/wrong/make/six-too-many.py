def sly(times):
    throws = [1, 2, 3, 4, 5, 6]
    for number in range(times):
        throws.append(randint(1, 5))
    return throws
