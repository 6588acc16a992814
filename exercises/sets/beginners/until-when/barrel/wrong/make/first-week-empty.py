price = int(input("What does the ball cost? "))
money = 0
weeks = 0
while money < price:
    money = money + weeks
    weeks = weeks + 1
print(f"After {weeks} weeks you have {money} lei.")
