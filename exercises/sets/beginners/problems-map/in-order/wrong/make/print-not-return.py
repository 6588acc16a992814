def winners(votes):
    most = 0
    for problem in votes:
        if votes[problem] > most:
            most = votes[problem]
    first = []
    for problem in votes:
        if votes[problem] == most:
            first.append(problem)
    print(first)
