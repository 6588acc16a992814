def winners(votes):
    if len(votes) == 0:
        return []
    most = max(votes.values())
    return [problem for problem in votes if votes[problem] == most]
