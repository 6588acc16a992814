def tail(bows, paint, size):
    color(paint)
    for number in range(bows):
        forward(20)
        circle(size)


interact(tail, bows=slider(0, 8, start=4), paint=["red", "blue", "green"], size=slider(3, 15, start=10))
