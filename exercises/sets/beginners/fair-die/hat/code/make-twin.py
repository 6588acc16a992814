from random import randint


def frog(jumps):
    way = 0
    for jump in range(jumps):
        if randint(1, 2) == 1:
            way = way + 3
        way = way - 1
    return way


print(frog(10))
