color("brown")
for step in range(1, lines):
    forward(10 + 4 * step)
    left(60)
