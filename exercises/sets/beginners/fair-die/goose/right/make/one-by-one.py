import random


def one():
    return random.randint(1, 6)


def roll(times):
    throws = []
    for number in range(times):
        throws.append(one())
    return throws
