def wall(width):
    for side in range(4):
        forward(width)
        left(90)

def roof(width):
    jump_to(0, width)

def house(width):
    wall(width)
    roof(width)

house(size)
