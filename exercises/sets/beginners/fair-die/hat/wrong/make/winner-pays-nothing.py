from random import randint


def game(rounds, prize):
    money = 0
    for turn in range(rounds):
        if randint(1, 6) == 6:
            money = money + prize
        else:
            money = money - 1
    return money


fair_prize = 6
