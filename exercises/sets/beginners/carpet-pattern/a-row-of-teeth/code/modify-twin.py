for stone in range(5):
    forward(10)
    left(120)
    forward(30)
    right(120)
