def door(width, height):
    color("brown")
    forward(width)
    left(90)
    forward(height)
    left(90)
    forward(width)
    left(90)
    forward(height)
    left(90)

door(cow_width + 20, cow_height + 10)
