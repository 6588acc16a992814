for candle in range(7):
    jump_to(15 * candle, 0)
    color("yellow")
    left(90)
    forward(30)
    color("orange")
    forward(6)
    right(90)
