for step in range(lines):
    forward(10 + ...)
    left(90)
