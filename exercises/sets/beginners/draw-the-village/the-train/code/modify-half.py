jump_to(40, 10)
forward(...)
jump_to(60, 0)
