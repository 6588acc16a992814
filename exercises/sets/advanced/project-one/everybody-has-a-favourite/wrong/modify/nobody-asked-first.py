def weight(problem):
    return problem["people"] * problem["days"]
