for piece in range(repeats):
    forward(15)
    left(90)
    forward(...)
