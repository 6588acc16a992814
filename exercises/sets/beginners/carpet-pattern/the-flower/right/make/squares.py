for petal in range(petals):
    color("blue")
    for side in range(4):
        forward(30)
        left(90)
    left(360 / petals)
