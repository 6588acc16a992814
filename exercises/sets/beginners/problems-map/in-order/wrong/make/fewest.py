def winners(votes):
    least = 1000
    for problem in votes:
        if votes[problem] < least:
            least = votes[problem]
    first = []
    for problem in votes:
        if votes[problem] == least:
            first.append(problem)
    return first
