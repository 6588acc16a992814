def lantern(colour):
    fill_start(colour)
    circle(10)
    fill_end()
