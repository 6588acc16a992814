def door(width, height):
    for side in range(2):
        forward(width)
        ...
