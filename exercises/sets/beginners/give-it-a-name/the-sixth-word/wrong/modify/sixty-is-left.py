def board(height):
    left(90)
    forward(60)
    back(60)
    right(90)
    forward(10)

for height in heights:
    board(height)
