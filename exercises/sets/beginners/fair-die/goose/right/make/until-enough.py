from random import randint


def roll(times):
    throws = []
    while len(throws) < times:
        throw = randint(1, 6)
        throws = throws + [throw]
    return throws


print("For the goose:", roll(2))
