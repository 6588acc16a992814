# This carpet is for: the cat, it must be soft and blue.
color("blue")
for row in range(6):
    jump_to(0, row * 20)
    for piece in range(10):
        forward(10)
        left(90)
        forward(10)
        right(90)
        forward(10)
        right(90)
        forward(10)
        left(90)
