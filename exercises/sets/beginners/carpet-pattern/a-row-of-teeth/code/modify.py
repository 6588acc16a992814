for tooth in range(3):
    forward(20)
    left(90)
    forward(20)
    right(90)
    forward(20)
    right(90)
    forward(20)
    left(90)
