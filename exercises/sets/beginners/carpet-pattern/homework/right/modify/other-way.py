color("red")
for thread in range(9):
    forward(10)
    left(90)
    back(20)
    forward(20)
    right(90)
