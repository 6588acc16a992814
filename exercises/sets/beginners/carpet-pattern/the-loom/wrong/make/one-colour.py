color("red")
for thread in range(threads):
    jump_to(0, 10 * thread)
    forward(80)
