for side in range(4):
    forward(size)
    left(90)
jump_to(0, size)
left(45)
forward(size * 0.707)
right(90)
forward(size * 0.707)
left(45)
