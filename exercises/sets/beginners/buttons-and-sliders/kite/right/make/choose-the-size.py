def kite(size, bows):
    fill_start("turquoise")
    left(30)
    forward(size)
    left(120)
    forward(size)
    left(120)
    forward(size)
    fill_end()
    for number in range(bows):
        forward(15)
        circle(4)


interact(kite, size=[40, 60, 80], bows=slider(1, 6))
