total = sum(votes.values())
quiet = [problem for problem in votes if votes[problem] == 1]
print("Dear mayor:", quiet)
