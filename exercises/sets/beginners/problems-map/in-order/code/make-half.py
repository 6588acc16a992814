def winners(votes):
    most = 0
    for problem in votes:
        if votes[problem] > most:
            most = ...
    first = []
    for problem in votes:
        if ...:
            first.append(...)
    return first
