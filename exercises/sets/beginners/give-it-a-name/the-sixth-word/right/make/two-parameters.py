def bale(place, height):
    jump_to(place, height)
    for side in range(4):
        forward(25)
        left(90)

def tower(bales, place):
    for number in range(bales):
        bale(place, number * 25)

place = 0
for bales in towers:
    tower(bales, place)
    place = place + 100
