for piece in range(repeats):
    color("red")
    for side in range(4):
        forward(20)
        left(90)
    color("gold")
    forward(10)
    pen_up()
    forward(20)
    pen_down()
