# My street, and my own word:
def house(place, width):
    jump_to(place, 0)
    for side in range(4):
        forward(width)
        left(90)
    jump_to(place, width)
    left(45)
    forward(width * 0.707)
    right(90)
    forward(width * 0.707)
    left(45)

def cat(place):
    jump_to(place, 0)
    circle(8)
    jump_to(place, 16)
    circle(4)

house(0, 60)
house(80, 40)
house(140, 90)
cat(70)
# My word is cat. It needs the place in its brackets, because cats are everywhere.
