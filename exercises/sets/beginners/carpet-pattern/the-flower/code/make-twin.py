spokes = 12
for spoke in range(spokes):
    forward(60)
    back(60)
    right(360 / spokes)
color("gray")
jump_to(0, -60)
circle(60)
