total = 0
for problem in votes:
    total += votes[problem]
quiet = []
for problem in votes:
    if votes[problem] > 0:
        if votes[problem] < 2:
            quiet.append(problem)
bar_chart(votes)
