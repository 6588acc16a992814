color("blue")
for i in range(12):
    jump_to(-30, 44 - 8 * i)
    forward(60)
