for piece in range(repeats):
    circle(8)
    pen_up()
    forward(20)
    pen_down()
