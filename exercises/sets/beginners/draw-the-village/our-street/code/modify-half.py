jump_to(..., 0)
color("blue")
forward(40)
