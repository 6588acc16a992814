def tower(bales):
    color("gold")
    for bale in range(bales):
        for side in range(4):
            forward(20)
            left(90)
        left(90)
        forward(20)
        right(90)
    pen_up()
    left(90)
    back(20 * bales)
    right(90)
    forward(25)
    pen_down()

for number in towers:
    tower(number)
