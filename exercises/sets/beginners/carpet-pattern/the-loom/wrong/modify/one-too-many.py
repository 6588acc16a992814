color("blue")
for thread in range(13):
    jump_to(0, 8 * thread)
    forward(60)
