color("brown")
for step in range(lines):
    forward(10 + 4 * step)
