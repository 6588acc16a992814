from random import randint


def game(rounds, prize):
    money = 0
    for turn in range(rounds):
        money = money - 1
        if randint(1, 6) == 6:
            money = money + prize
    return money


fair_prize = 6
print(game(1000, 4))
print(game(1000, fair_prize))
