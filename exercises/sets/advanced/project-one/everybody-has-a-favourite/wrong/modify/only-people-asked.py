def weight(problem):
    if problem["people"] is None:
        return None
    return problem["people"] * problem["days"]
