total = len(votes)
quiet = []
for problem in votes:
    if votes[problem] == 1:
        quiet.append(problem)
