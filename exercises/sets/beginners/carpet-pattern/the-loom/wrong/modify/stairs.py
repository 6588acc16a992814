color("blue")
for thread in range(12):
    jump_to(8 * thread, 8 * thread)
    forward(60)
