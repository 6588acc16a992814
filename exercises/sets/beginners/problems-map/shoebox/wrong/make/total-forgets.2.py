quiet = []
total = 0
for problem in votes:
    total = 0
    total = total + votes[problem]
    if votes[problem] == 1:
        quiet.append(problem)
