color("brown")
for step in range(8):
    forward(5 + step)
    left(90)
