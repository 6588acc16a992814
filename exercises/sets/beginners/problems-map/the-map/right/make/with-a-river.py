def shade(number):
    colour = "yellow"
    if number >= 3:
        colour = "orange"
    if number >= 6:
        colour = "red"
    return colour

color("light blue")
jump_to(-120, 100)
forward(240)
for problem in sorted(votes):
    jump_to(places[problem][0], places[problem][1])
    color(shade(votes[problem]))
    fill_start()
    circle(6)
    fill_end()
