from random import randint


def roll(times):
    throws = []
    for number in range(times + 1):
        throws.append(randint(1, 6))
    return throws
