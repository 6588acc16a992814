from random import randint


def roll(times):
    throws = []
    for number in range(10):
        throws.append(randint(1, 6))
    return throws
