from random import randint


def sixes(times):
    return sly(times).count(6)
