votes = {"lamp": 4, "bridge": 7, "road": 4}
print(sorted(votes))
print(sorted(votes, key=votes.get))
