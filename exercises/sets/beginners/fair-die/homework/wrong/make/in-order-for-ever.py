def sly(times):
    throws = []
    for number in range(times):
        throws.append(number % 6 + 1)
    return throws
