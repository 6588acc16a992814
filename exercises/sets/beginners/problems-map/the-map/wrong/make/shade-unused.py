def shade(number):
    if number >= 6:
        return "red"
    if number >= 3:
        return "orange"
    return "yellow"

for problem in votes:
    spot = places[problem]
    jump_to(spot[0], spot[1])
    fill_start("red")
    circle(10)
    fill_end()
