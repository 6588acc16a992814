color("red")
for ray in range(4):
    forward(50)
    back(50)
    left(45)
