def weight(problem):
    if not problem["people"] or not problem["days"]:
        return None
    return problem["people"] * problem["days"]
