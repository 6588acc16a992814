votes[note] += 1
for problem in votes:
    print(problem, votes[problem])
