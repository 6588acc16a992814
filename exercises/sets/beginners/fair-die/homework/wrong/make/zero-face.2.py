def sly(times):
    throws = []
    for number in range(times):
        if number < 7:
            throws.append(number)
        else:
            throws.append(randint(1, 5))
    return throws
