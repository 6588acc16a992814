from random import randint


def game(rounds, prize):
    money = 0
    for turn in range(rounds):
        money = 0
        money = money - 1
        if randint(1, 6) == 6:
            money = money + prize
    return money


fair_prize = 6
