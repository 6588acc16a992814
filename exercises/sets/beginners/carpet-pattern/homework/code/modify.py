color("red")
for thread in range(9):
    forward(10)
    ...
