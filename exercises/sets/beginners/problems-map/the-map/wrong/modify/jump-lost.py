for problem in votes:
    spot = places[problem]
    circle(3 * votes[problem])
