def tail(size, bows, paint):
    color(paint)
    for number in range(bows):
        forward(20)
        circle(size)


interact(tail, paint=["red", "blue"], size=slider(3, 15, start=10), bows=slider(0, 8))
