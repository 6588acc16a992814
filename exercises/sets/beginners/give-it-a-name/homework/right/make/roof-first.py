def slope(long):
    forward(long * 0.707)

def roof(long):
    jump_to(0, long)
    left(45)
    slope(long)
    right(90)
    slope(long)
    right(45)

def house(long):
    roof(long)
    for side in range(4):
        forward(long)
        right(90)

house(size)
