votes["bridge"] = votes["bridge"] + 1
votes[note] = votes[note] + 1
print(votes)
