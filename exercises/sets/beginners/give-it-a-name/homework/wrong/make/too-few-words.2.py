def house(width):
    for side in range(4):
        forward(width)
        left(90)
    jump_to(0, width)
    left(45)
    forward(width * 0.707)
    right(90)
    forward(width * 0.707)
    left(45)

house(size)
