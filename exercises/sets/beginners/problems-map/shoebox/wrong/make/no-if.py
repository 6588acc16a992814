total = 0
quiet = []
for problem in votes:
    total = total + votes[problem]
    quiet.append(problem)
