def order(votes):
    row = sorted(votes, key=votes.get)
    row.reverse()
    return row
