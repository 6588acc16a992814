def board(height):
    left(90)
    forward(height)
    back(height)
    right(90)
    forward(10)

for height in heights:
    board(heights)
