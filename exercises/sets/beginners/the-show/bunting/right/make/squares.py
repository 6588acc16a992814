def cloth(colour):
    color(colour)
    fill_start(colour)
    for side in range(4):
        forward(25)
        right(90)
    fill_end()
    forward(35)

for place in range(len(colours)):
    cloth(colours[place])
