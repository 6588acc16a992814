for thread in range(threads):
    pen_up()
    jump_to(0, 25 * thread)
    pen_down()
    color("green")
    circle(8)
    color("blue")
    forward(50)
