for post in range(8):
    color("brown")
    left(90)
    forward(30)
    back(30)
    right(90)
    forward(12)
