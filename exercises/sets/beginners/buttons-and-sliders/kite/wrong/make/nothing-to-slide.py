def kite(paint):
    fill_start(paint)
    left(45)
    for side in range(4):
        forward(50)
        left(90)
    fill_end()


interact(kite, paint=["red", "gold", "blue"])
