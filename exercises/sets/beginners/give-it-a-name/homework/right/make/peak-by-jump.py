def edge(width, height):
    forward(width)
    left(90)
    forward(height)
    left(90)

def wall(long):
    edge(long, long)
    edge(long, long)

def roof(long):
    jump_to(long / 2, long + long / 2)
    right(45)
    forward(long * 0.7071)
    jump_to(long / 2, long + long / 2)
    right(90)
    forward(long * 0.7071)

wall(size)
roof(size)
