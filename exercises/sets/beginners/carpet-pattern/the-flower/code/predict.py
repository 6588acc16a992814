color("purple")
for arm in range(4):
    forward(40)
    back(40)
    left(90)
