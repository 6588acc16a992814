def wall(width):
    for side in range(4):
        forward(width)
        left(90)

def roof(width):
    left(45)
    forward(width * 0.707)
    right(90)
    ...

def house(width):
    wall(width)
    jump_to(0, width)
    roof(width)
