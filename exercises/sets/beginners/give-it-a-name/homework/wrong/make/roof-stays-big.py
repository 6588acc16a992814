def wall(width):
    for side in range(4):
        forward(width)
        left(90)

def roof():
    left(45)
    forward(70.7)
    right(90)
    forward(70.7)
    left(45)

def house(width):
    wall(width)
    jump_to(0, width)
    roof()

house(size)
