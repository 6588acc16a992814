def board(height):
    left(90)
    forward(...)
    back(...)
    right(90)
    forward(10)

for height in heights:
    board(...)
