def choose(problems, weeks):
    best = None
    for problem in problems:
        if problem["weight"] is None or problem["weeks"] > weeks:
            continue
        if best is None or problem["weeks"] < best["weeks"]:
            best = problem
    if best is None:
        return None
    return best["name"]
