for tile in range(10):
    left(45)
    forward(12)
    right(90)
    forward(12)
    left(45)
