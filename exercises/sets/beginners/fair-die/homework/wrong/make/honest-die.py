def sly(times):
    throws = []
    for number in range(times):
        throws.append(randint(1, 6))
    return throws
