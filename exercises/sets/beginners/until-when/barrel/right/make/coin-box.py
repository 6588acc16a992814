price = int(input("What does the ball cost? "))
money = 0
weeks = 0
coin = 1
while money < price:
    money = money + coin
    coin = coin + 1
    weeks = weeks + 1
print(weeks)
