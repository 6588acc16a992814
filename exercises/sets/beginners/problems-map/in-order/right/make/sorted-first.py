def winners(votes):
    first = []
    for problem in sorted(votes, key=votes.get, reverse=True):
        if first == [] or votes[problem] == votes[first[0]]:
            first.append(problem)
    return first
