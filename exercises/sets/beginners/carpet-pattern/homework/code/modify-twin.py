for tooth in range(14):
    forward(5)
    left(90)
    forward(8)
    back(8)
    right(90)
