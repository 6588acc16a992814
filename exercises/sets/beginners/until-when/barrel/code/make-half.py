price = int(input("What does the ball cost? "))
money = 0
weeks = 0
while ...:
    weeks = weeks + 1
    money = ...
