for stair in range(6):
    forward(10)
    left(90)
    forward(4 * (stair + 1))
    right(90)
