for problem in votes:
    spot = places[problem]
    jump_to(spot[0], spot[1])
    circle(3 * spot[0])
