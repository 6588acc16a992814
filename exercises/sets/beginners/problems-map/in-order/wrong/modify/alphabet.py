def order(votes):
    return sorted(votes, reverse=True)
