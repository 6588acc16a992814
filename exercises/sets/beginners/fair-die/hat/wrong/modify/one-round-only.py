for throw in throws:
    if money > 0:
        money = money - 1
        if throw == 6:
            money = money + 4
    break
print(f"Left: {money} lei")
