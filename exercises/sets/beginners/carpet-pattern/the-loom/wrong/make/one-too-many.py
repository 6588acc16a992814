for thread in range(threads + 1):
    jump_to(0, 10 * thread)
    color("red")
    forward(40)
    color("gold")
    forward(40)
