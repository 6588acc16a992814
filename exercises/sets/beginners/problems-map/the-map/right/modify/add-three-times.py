for problem in places:
    radius = votes[problem] + votes[problem] + votes[problem]
    jump_to(places[problem][0], places[problem][1])
    circle(radius)
