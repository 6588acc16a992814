def sly(times):
    throws = []
    for number in range(times):
        if number < 10:
            throws.append(number % 6 + 1)
        else:
            throws.append(randint(2, 4))
    return throws
