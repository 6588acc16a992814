def order(votes):
    print(sorted(votes, key=votes.get, reverse=True))
