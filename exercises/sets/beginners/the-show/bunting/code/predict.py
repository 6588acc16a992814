def flag(colour):
    color(colour)
    for side in range(3):
        forward(30)
        left(120)

flag("red")
forward(60)
flag("blue")
