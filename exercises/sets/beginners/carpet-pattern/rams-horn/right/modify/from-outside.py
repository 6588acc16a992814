color("brown")
for step in range(8):
    forward(40 - 5 * step)
    right(90)
