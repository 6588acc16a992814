def order(votes):
    return sorted(votes, key=votes.get, reverse=True)

print(order({"lamp": 4, "bridge": 7, "road": 2}))
