for thread in range(4):
    jump_to(10 * thread, 0)
    left(90)
    forward(50)
    right(90)
