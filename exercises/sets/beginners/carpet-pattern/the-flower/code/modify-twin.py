color("blue")
for point in range(6):
    forward(30)
    back(30)
    left(60)
