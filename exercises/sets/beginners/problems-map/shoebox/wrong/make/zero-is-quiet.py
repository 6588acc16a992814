total = 0
quiet = []
for problem in votes:
    total = total + votes[problem]
    if votes[problem] < 2:
        quiet.append(problem)
