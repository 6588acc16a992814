price = int(input("What does the ball cost? "))
weeks = 0
while money < price:
    money = 0
    weeks = weeks + 1
    money = money + weeks
print(f"After {weeks} weeks you have {money} lei.")
