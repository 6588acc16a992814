votes = {"clean": 0, "dirty": 0}
for vote in ["clean", "dirty", "clean"]:
    votes[vote] = votes[vote] + 1
print(votes)
