for petal in range(petals):
    color("green")
    left(360 / petals)
    forward(10)
    color("purple")
    circle(20, 180)
    circle(20, 180)
    back(10)
