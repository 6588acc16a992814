def weight(problem):
    if problem["people"] != None and problem["days"] != None:
        return problem["people"] * problem["days"]
