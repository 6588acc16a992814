def shade(number):
    if number > 5:
        colour = "red"
    elif number > 2:
        colour = "orange"
    else:
        colour = "yellow"
    return colour

def dot(x, y, colour):
    jump_to(x, y)
    color(colour)
    fill_start(colour)
    for side in range(4):
        forward(20)
        left(90)
    fill_end()

for problem in votes:
    dot(places[problem][0], places[problem][1], shade(votes[problem]))
