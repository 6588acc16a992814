def tower(bales):
    for bale in range(bales):
        for side in range(4):
            forward(30)
            left(90)
        left(90)
        forward(30)
        right(90)

tower(3)
jump_to(50, 0)
tower(5)
jump_to(100, 0)
tower(2)
