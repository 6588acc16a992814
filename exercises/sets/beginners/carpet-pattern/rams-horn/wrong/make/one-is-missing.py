color("brown")
for step in range(lines):
    forward(5 * step)
    left(60)
