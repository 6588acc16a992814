def wall(width):
    color("orange")
    for side in range(4):
        forward(width)
        left(90)

def window(width):
    jump_to(width * 0.4, width * 0.4)
    for side in range(4):
        forward(width * 0.2)
        left(90)

def roof(width):
    color("red")
    jump_to(0, width)
    left(45)
    forward(width * 0.7071)
    right(90)
    forward(width * 0.7071)
    left(45)

wall(size)
window(size)
roof(size)
