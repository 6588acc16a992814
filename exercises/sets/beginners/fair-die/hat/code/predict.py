money = 10
for throw in [3, 6, 1]:
    money = money - 1
    if throw == 6:
        money = money + 4
print(money)
