for petal in range(petal):
    color("pink")
    fill_start("red")
    circle(25)
    fill_end()
    left(360 / petals)
