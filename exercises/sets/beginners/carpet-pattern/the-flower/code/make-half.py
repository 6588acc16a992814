for petal in range(petals):
    circle(25)
    left(360 / ...)
