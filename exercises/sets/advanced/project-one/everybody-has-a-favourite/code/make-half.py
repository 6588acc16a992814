for problem in problems:
    if problem["weight"] is None or ...:
        continue
    if best is None or problem["weight"] > ...:
        best = problem
    elif problem["weight"] == ... and ...:
        best = problem
