def order(votes):
    rest = list(votes)
    row = []
    while rest:
        best = rest[0]
        for problem in rest:
            if votes[problem] > votes[best]:
                best = problem
        row.append(best)
        rest.remove(best)
    return row
