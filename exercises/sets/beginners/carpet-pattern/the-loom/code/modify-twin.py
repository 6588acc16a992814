color("green")
for bean in range(10):
    jump_to(12 * bean, 0)
    circle(4)
