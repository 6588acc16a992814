jump_to(40, 0)
color("brown")
left(90)
forward(...)
