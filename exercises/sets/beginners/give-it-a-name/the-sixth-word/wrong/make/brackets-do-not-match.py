def tower(bales):
    for bale in range(bales):
        for side in range(4):
            forward(30)
            left(90)
        left(90)
        forward(30)
        right(90)

for place in range(len(towers)):
    jump_to(place * 50, 0)
    tower()
