color("brown")
for step in range(8):
    forward(40)
    left(90)
