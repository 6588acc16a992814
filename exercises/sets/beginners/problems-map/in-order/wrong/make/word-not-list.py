def winners(votes):
    first = ""
    most = 0
    for problem in votes:
        if votes[problem] > most:
            most = votes[problem]
            first = problem
    return first
