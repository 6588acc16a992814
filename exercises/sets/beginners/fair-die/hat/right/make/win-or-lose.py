import random


def game(rounds, prize):
    money = 0
    for turn in range(rounds):
        throw = random.randint(1, 6)
        if throw == 6:
            money = money + prize - 1
        else:
            money = money - 1
    return money


for try_prize in [4, 5, 6, 7]:
    print(try_prize, game(500, try_prize))
fair_prize = 6
