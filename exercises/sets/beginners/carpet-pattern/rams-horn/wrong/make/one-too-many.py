color("brown")
for step in range(lines + 1):
    forward(10 + 4 * step)
    left(60)
