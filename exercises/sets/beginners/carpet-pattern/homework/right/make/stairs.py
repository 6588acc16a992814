for step in range(repeats):
    forward(15)
    left(90)
    forward(15)
    right(90)
