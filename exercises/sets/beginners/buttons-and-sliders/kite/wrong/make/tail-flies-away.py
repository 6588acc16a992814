def kite(size, bows, paint):
    fill_start(paint)
    for side in range(4):
        forward(size)
        left(90)
    fill_end()
    jump_to(100, -50)
    for number in range(bows):
        forward(20)
        circle(5)


interact(kite, size=slider(20, 60), bows=slider(1, 8), paint=["red", "gold", "blue"])
