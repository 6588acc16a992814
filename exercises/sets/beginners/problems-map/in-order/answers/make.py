def winners(votes):
    most = 0
    first = []
    for problem in votes:
        if votes[problem] > most:
            most = votes[problem]
            first = [problem]
        elif votes[problem] == most:
            first.append(problem)
    return first

print(winners({"lamp": 6, "bridge": 2, "road": 6}))
