def snowman(size, hat):
    circle(size)
    jump_to(0, size * 2)
    circle(size / 2)
    if hat:
        jump_to(0 - size / 2, size * 3)
        forward(size)


interact(snowman, size=slider(10, 60), hat=True)
