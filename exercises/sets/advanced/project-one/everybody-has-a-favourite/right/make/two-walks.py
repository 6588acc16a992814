def choose(problems, weeks):
    top = None
    for problem in problems:
        if problem["weight"] is not None and problem["weeks"] <= weeks:
            if top is None or problem["weight"] > top:
                top = problem["weight"]
    best = None
    for problem in problems:
        if problem["weight"] == top and top is not None and problem["weeks"] <= weeks:
            if best is None or problem["weeks"] < best["weeks"]:
                best = problem
    return best["name"] if best else None


ours = [{"name": "lamp", "weight": 12000, "weeks": 3}]
print(choose(ours, 3))
