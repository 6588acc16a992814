def door(width, height):
    for side in range(2):
        forward(width)
        left(90)
        forward(height)
        left(90)

door(cow_height + 10, cow_width + 20)
