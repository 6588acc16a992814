def sly(times):
    throws = []
    for number in range(times):
        if number < 6:
            throws.append(number + 1)
        else:
            throws.append(randint(1, 5))
    print(throws)
