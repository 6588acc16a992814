def tower():
    for bale in range(bales):
        for side in range(4):
            forward(30)
            left(90)
        left(90)
        forward(30)
        right(90)

place = 0
for bales in towers:
    jump_to(place, 0)
    tower()
    place = place + 50
