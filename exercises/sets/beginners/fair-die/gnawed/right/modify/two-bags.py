from random import choice

bag = [1, 2, 3, 4, 5] * 2 + [6] * 10


def gnawed():
    ticket = choice(bag)
    return ticket
