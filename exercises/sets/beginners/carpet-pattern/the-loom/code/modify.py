color("blue")
for thread in range(5):
    jump_to(0, 20 * thread)
    forward(60)
