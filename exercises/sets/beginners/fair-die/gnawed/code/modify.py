from random import choice

bag = [1, 2, 3, 4, 5, 6, 6]


def gnawed():
    return choice(bag)


print(count(6))
