def weight(problem):
    if problem["people"] is None or problem["days"] is None:
        return 0
    return problem["people"] * problem["days"]
