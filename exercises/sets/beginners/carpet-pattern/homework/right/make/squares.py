color("red")
for piece in range(0, repeats):
    for side in range(4):
        forward(18)
        left(90)
    color("red")
    forward(18)
