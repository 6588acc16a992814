from random import randint


def roll(times):
    throw = randint(1, 6)
    throws = []
    for number in range(times):
        throws.append(throw)
    return throws
