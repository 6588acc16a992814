for step in range(lines):
    color("red")
    forward(3 * step + 3)
    left(120)
    color("gold")
