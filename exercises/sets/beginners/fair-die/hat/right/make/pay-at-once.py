from random import randint

fair_prize = 6.0


def game(rounds, prize):
    money = -rounds
    while rounds > 0:
        if randint(1, 6) == 6:
            money = money + prize
        rounds = rounds - 1
    return money


print("You win, we lose:", game(1000, 4))
