total = 0
quiet = []
for problem in votes:
    quiet = []
    total = total + votes[problem]
    if votes[problem] == 1:
        quiet.append(problem)
