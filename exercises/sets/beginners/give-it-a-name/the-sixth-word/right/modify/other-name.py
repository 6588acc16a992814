def board(long):
    left(90)
    forward(long)
    back(long)
    right(90)
    forward(10)

for number in heights:
    board(number)
