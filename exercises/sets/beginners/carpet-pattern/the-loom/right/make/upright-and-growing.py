left(90)
for thread in range(0, threads):
    jump_to(12 * thread, 0)
    color("purple")
    forward(20)
    color("pink")
    forward(20 + 3 * thread)
