color("red")
for ray in range(8):
    forward(50)
    left(45)
