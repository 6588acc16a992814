total = 0
quiet = []
for problem in votes:
    if votes[problem] == 1:
        quiet.append(problem)
        total = total + votes[problem]
