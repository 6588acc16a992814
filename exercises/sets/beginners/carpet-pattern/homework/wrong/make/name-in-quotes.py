for piece in range("repeats"):
    color("blue")
    left(60)
    forward(20)
    right(120)
    color("gold")
    forward(20)
    left(60)
