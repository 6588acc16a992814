def board(height):
    left(90)
    forward(height)
    back(60)
    right(90)
    forward(10)

for height in heights:
    board(height)
