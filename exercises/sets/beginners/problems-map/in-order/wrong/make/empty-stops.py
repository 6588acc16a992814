def winners(votes):
    most = max(votes.values())
    first = []
    for problem in votes:
        if votes[problem] == most:
            first.append(problem)
    return first
