def house(paint, x):
    jump_to(x, 0)
    color(paint)
    fill_start(paint)
    for wall in range(4):
        forward(30)
        left(90)
    fill_end()


house("red", -60)
house("blue", 0)
house("yellow", 60)
