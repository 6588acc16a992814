def weight(problem):
    return problem["people"]
