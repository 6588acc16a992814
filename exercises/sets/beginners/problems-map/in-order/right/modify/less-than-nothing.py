def order(votes):
    def turned(problem):
        return 0 - votes[problem]
    return sorted(votes, key=turned)
