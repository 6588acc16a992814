def flag(colour):
    fill_start(colour)
    for side in range(3):
        forward(30)
        right(120)
    fill_end()

for colour in colours:
    flag(colour)
forward(40)
