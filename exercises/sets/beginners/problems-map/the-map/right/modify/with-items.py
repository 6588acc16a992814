for problem, number in votes.items():
    x, y = places[problem]
    jump_to(x, y)
    circle(number * 3)
