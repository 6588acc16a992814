from random import randint


def game(rounds, prize):
    sixes = 0
    for turn in range(rounds):
        if randint(1, 6) == 6:
            sixes += 1
    return sixes * prize - rounds


fair_prize = 6
print("Keep your hat, I keep my leu!")
