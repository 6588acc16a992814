def winners(votes):
    most = 0
    first = []
    for problem in votes:
        if votes[problem] > most:
            most = votes[problem]
            first = [problem]
    return first
