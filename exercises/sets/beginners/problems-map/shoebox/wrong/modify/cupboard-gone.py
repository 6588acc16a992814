votes = votes[note] + 1
print(votes)
