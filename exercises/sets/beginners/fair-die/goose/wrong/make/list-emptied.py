from random import randint


def roll(times):
    for number in range(times):
        throws = []
        throws.append(randint(1, 6))
    return throws
