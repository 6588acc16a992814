def hang(x, colour):
    jump_to(x, 0)
    color("brown")
    right(90)
    forward(10)
    fill_start(colour)
    circle(8)
    fill_end()
    left(90)

x = 0
for colour in colours:
    hang(x, colour)
    x = x + 30
