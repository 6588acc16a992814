for piece in range(12):
    color("blue")
    left(60)
    forward(20)
    right(120)
    color("gold")
    forward(20)
    left(60)
