from random import randint


def roll(times):
    throws = []
    for number in range(times):
        throws.append(randint(1, 6))
    return throws


print(roll(10))
