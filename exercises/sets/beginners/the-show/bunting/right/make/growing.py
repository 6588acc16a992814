def ball(colour, size):
    color("black")
    fill_start(colour)
    circle(size)
    fill_end()

size = 8
for colour in colours:
    ball(colour, size)
    pen_up()
    forward(40)
    pen_down()
    size = size + 1
