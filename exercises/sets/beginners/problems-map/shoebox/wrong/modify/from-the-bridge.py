votes[note] = votes["bridge"] + 1
print(votes)
