width(3)
for step in range(lines):
    forward(100 - 5 * step)
    right(91)
