from random import randint


def game(rounds, prize):
    money = 0
    throw = randint(1, 6)
    for turn in range(rounds):
        money = money - 1
        if throw == 6:
            money = money + prize
    return money


fair_prize = 6
