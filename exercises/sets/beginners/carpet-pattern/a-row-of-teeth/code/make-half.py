for piece in range(repeats):
    color("red")
    forward(15)
    color(...)
