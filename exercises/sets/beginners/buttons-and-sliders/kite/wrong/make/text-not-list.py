def kite(size, paint):
    fill_start(paint)
    left(45)
    for side in range(4):
        forward(size)
        left(90)
    fill_end()


interact(kite, size=slider(20, 90), paint="red")
