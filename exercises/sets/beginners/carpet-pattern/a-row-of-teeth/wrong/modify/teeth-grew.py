for tooth in range(3):
    forward(70)
    left(90)
    forward(70)
    right(90)
    forward(70)
    right(90)
    forward(70)
    left(90)
