color("blue")
height = 0
for thread in range(12):
    jump_to(0, height)
    forward(60)
    height = height + 8
