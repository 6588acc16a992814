def order(votes):
    return sorted(votes.values(), reverse=True)
