for thread in range(threads):
    jump_to(0, 10 * thread)
    color("red")
    forward(40)
    jump_to(50, 10 * thread)
    color("gold")
    forward(30)
