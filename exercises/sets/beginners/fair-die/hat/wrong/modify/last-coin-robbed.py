for throw in throws:
    money = money - 1
    if money <= 0:
        break
    if throw == 6:
        money = money + 4
print(f"Left: {money} lei")
