def order(problem):
    return [-problem["weight"], problem["weeks"]]


def choose(problems, weeks):
    fitting = [problem for problem in problems if problem["weight"] is not None and problem["weeks"] <= weeks]
    if fitting == []:
        return None
    return sorted(fitting, key=order)[0]["name"]
