price = int(input("What does the ball cost? "))
money = 0
weeks = 0
while True:
    if money >= price:
        break
    weeks = weeks + 1
    money = money + weeks
print("Goal!")
