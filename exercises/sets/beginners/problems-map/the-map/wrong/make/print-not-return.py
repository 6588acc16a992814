def shade(number):
    if number >= 6:
        print("red")
    elif number >= 3:
        print("orange")
    else:
        print("yellow")

for problem in votes:
    spot = places[problem]
    jump_to(spot[0], spot[1])
    fill_start(shade(votes[problem]))
    circle(10)
    fill_end()
