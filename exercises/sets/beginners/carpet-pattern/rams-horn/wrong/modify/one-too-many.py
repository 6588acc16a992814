color("brown")
for step in range(9):
    forward(5 * (step + 1))
    left(90)
