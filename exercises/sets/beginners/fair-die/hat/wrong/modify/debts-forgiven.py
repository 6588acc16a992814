for throw in throws:
    money = money - 1
    if throw == 6:
        money = money + 4
    if money < 0:
        money = 0
print(f"Left: {money} lei")
