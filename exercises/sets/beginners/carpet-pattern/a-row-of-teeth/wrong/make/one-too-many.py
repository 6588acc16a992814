for piece in range(repeats + 1):
    color("red")
    left(60)
    forward(30)
    right(120)
    color("blue")
    forward(30)
    left(60)
