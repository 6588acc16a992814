for thread in range(threads):
    jump_to(0, ...)
    color("red")
    forward(40)
    ...
