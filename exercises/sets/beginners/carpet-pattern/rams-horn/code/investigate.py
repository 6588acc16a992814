for step in range(6):
    forward(10 * step)
    left(90)
