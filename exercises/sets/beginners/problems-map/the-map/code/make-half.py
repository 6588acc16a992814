def shade(number):
    if number >= 6:
        return "red"
    ...

for problem in votes:
    spot = places[problem]
    jump_to(spot[0], spot[1])
    fill_start(...)
    circle(10)
    ...
