price = int(input("What does the ball cost? "))
money = 0
weeks = 0
missing = price
while missing > 0:
    weeks += 1
    money += weeks
    missing = price - money
    print(f"Still missing: {missing}")
