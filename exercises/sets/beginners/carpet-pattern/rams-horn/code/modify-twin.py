for ring in range(4):
    circle(10 * (ring + 1))
