def order(votes):
    return sorted(votes, key=votes.get, reverse=...)
