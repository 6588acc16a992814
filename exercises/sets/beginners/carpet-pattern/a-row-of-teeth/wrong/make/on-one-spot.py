for piece in range(repeats):
    color("red")
    forward(20)
    left(120)
    forward(20)
    left(120)
    color("blue")
    forward(20)
    left(120)
