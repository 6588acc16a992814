for piece in range(repeats):
    left(60)
    forward(30)
    right(120)
    forward(30)
    left(60)
