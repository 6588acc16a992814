for piece in range(repeats):
    forward(20)
    left(120)
    forward(20)
    left(120)
    forward(20)
    left(120)
