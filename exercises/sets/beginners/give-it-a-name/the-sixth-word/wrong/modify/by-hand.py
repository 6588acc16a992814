def board(height):
    left(90)
    forward(height)
    back(height)
    right(90)
    forward(10)

board(60)
board(40)
board(70)
board(50)
