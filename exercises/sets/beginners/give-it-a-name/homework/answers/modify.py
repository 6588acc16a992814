def door(width, height):
    for side in range(2):
        forward(width)
        left(90)
        forward(height)
        left(90)

door(cow_width + 20, cow_height + 10)
