total = 0
quiet = []
for problem in votes:
    total = total + problem
    if votes[problem] == 1:
        quiet.append(problem)
