from random import randint


def roll(times):
    throw = 0
    for number in range(times):
        throw = randint(1, 6)
    return throw
