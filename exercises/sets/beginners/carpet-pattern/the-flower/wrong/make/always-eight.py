for petal in range(8):
    color("pink")
    fill_start("red")
    circle(25)
    fill_end()
    left(45)
