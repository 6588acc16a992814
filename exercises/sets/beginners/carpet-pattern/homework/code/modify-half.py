color("red")
for thread in range(9):
    forward(10)
    right(90)
    forward(20)
    back(...)
