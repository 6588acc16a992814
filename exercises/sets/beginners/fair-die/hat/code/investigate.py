from random import randint

money = 0
for number in range(1000):
    money = money - 1
    if randint(1, 6) == 6:
        money = money + 4
print(money)
