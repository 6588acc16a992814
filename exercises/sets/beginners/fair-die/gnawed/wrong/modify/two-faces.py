from random import choice

bag = [1, 6]


def gnawed():
    return choice(bag)
