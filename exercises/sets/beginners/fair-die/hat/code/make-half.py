from random import randint


def game(rounds, prize):
    money = 0
    for turn in range(rounds):
        money = ...
        if randint(1, 6) == ...:
            money = money + prize
