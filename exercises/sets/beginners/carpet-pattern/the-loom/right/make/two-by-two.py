for thread in range(threads):
    color("red")
    if thread % 2 == 0:
        color("black")
    jump_to(-50, 6 * thread)
    forward(100)
