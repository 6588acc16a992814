color("brown")
for step in range(8):
    forward(20)
    left(90)
