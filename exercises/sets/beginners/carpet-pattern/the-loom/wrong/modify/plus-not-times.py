color("blue")
for thread in range(12):
    jump_to(0, 8 + thread)
    forward(60)
