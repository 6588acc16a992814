def tower(bales):
    for bale in range(bales):
        for side in range(4):
            forward(30)
            left(90)
        left(90)
        forward(30)
        right(90)

tower(towers[0])
