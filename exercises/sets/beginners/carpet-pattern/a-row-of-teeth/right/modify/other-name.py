for i in range(0, 7):
    forward(20)
    left(90)
    forward(20)
    right(90)
    forward(20)
    right(90)
    forward(20)
    left(90)
