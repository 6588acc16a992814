from random import randint


def roll(times):
    throws = []
    for number in range(times):
        throws.append(...)
