left(90)
for stripe in range(repeats):
    color("red")
    forward(10)
    color("black")
    forward(5)
