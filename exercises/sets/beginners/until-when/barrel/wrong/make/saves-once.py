price = int(input("What does the ball cost? "))
money = 0
weeks = 0
if money < price:
    weeks = weeks + 1
    money = money + weeks
print(f"After {weeks} weeks you have {money} lei.")
