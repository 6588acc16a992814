color("purple")
for i in range(0, lines):
    forward(10 + 4 * i)
    left(45)
