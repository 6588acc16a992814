color("brown")
for step in range(10):
    forward(10 + 4 * step)
    left(60)
