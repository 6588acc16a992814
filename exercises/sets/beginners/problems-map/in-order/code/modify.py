def order(votes):
    return sorted(votes, key=votes.get)

print(order({"lamp": 4, "bridge": 7, "road": 2}))
