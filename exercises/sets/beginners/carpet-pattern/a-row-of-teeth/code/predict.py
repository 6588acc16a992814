color("red")
for side in range(3):
    forward(40)
    left(90)
forward(100)
