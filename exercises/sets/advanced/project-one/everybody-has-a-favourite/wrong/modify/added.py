def weight(problem):
    if problem["people"] is None or problem["days"] is None:
        return None
    return problem["people"] + problem["days"]
