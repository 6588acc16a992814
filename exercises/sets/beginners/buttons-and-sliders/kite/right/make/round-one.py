def kite(paint, size, ears):
    fill_start(paint)
    circle(size)
    fill_end()
    if ears:
        right(90)
        forward(size)


interact(kite, paint=["purple", "pink"], size=slider(10, 50, step=5), ears=True)
