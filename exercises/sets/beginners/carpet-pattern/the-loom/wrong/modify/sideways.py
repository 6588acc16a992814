color("blue")
for thread in range(12):
    jump_to(8 * thread, 0)
    forward(60)
