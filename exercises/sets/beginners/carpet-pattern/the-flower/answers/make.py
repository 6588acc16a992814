for petal in range(petals):
    color("pink")
    fill_start("red")
    circle(25)
    fill_end()
    left(360 / petals)
