from random import randint


def gnawed():
    if randint(1, 2) == 1:
        return 6
    return randint(1, 5)
