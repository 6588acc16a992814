for colour in colours:
    fill_start(colour)
    circle(10)
    fill_end()
    forward(30)
