def shade(number):
    if number < 3:
        return "yellow"
    elif number < 6:
        return "orange"
    else:
        return "red"

for problem in votes:
    spot = places[problem]
    number = votes[problem]
    jump_to(spot[0], spot[1])
    color("dark blue")
    fill_start(shade(number))
    circle(12)
    fill_end()
    print(problem, number)
