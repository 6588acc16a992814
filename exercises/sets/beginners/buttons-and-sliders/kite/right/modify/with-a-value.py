def tail(bows, paint, size=10):
    color(paint)
    for number in range(bows):
        forward(20)
        circle(size)


interact(tail, bows=slider(0, 8, start=4), paint=["green", "gold", "blue"], size=slider(3, 15, 10, 1))
