for leaf in range(6):
    circle(20)
    left(60)
