from random import randint


def snail(days):
    way = 0
    for day in range(days):
        way = way + randint(1, 4)
    return way


print(snail(7))
