def kite(tail, paint):
    fill_start(paint)
    forward(40)
    left(120)
    forward(40)
    left(120)
    forward(40)
    fill_end()
    forward(tail)


interact(kite, tail=(10, 100), paint={"red": "red", "blue": "blue"})
