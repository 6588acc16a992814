def tower(bales):
    while bales > 0:
        for side in range(4):
            forward(12)
            right(90)
        right(90)
        forward(12)
        left(90)
        bales = bales - 1

place = 0
for number in towers:
    jump_to(place, 100)
    tower(number)
    place = place + 40
