def kite(size, bows):
    fill_start("red")
    left(45)
    for side in range(4):
        forward(size)
        left(90)
    fill_end()
    right(135)
    for number in range(bows):
        forward(20)
        circle(5)


interact(kite, size=slider(20, 90), bows=slider(0, 8))
