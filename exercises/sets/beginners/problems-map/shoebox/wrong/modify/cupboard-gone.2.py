votes = {note: votes[note] + 1}
print(votes)
