votes = {"lamp": 4, "bridge": 4, "road": 7}
print(sorted(votes))
print(sorted(votes, key=votes.get))
