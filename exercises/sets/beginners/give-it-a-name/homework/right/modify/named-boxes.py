def door(width, height):
    for side in range(2):
        forward(width)
        left(90)
        forward(height)
        left(90)

door(height=cow_height + 10, width=cow_width + 20)
