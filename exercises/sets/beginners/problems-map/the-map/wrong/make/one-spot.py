def shade(number):
    if number >= 6:
        return "red"
    if number >= 3:
        return "orange"
    return "yellow"

for problem in votes:
    fill_start(shade(votes[problem]))
    circle(10)
    fill_end()
