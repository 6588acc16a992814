from random import randint


def roll(times):
    return [randint(1, 6) for number in range(times)]
