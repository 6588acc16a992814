for thread in range(3):
    jump_to(0, 20 * thread)
    forward(60)
forward(20)
