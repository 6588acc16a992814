def door(width, height):
    for side in range(2):
        forward(width)
        left(90)
        forward(...)
        left(90)
