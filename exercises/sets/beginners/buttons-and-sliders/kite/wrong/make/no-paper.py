def kite(size, bows, paint):
    color(paint)
    left(45)
    for side in range(4):
        forward(size)
        left(90)
    right(135)
    for number in range(bows):
        forward(20)
        circle(5)


interact(kite, size=slider(20, 90), bows=slider(0, 8), paint=["red", "gold", "blue"])
