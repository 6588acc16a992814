place = 0
while money > 0 and place < len(throws):
    money = money - 1
    if throws[place] == 6:
        money = money + 4
    place = place + 1
print(f"Left: {money} lei")
