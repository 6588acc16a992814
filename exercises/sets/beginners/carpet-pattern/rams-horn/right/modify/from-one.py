color("brown")
for step in range(1, 9):
    forward(5 * step)
    left(90)
