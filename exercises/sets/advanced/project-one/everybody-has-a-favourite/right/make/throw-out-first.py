def choose(problems, weeks):
    fitting = []
    for problem in problems:
        if problem["weight"] is not None:
            if problem["weeks"] <= weeks:
                fitting.append(problem)
    if len(fitting) == 0:
        return None
    best = fitting[0]
    for problem in fitting[1:]:
        if problem["weight"] > best["weight"]:
            best = problem
        if problem["weight"] == best["weight"] and problem["weeks"] < best["weeks"]:
            best = problem
    return best["name"]


ours = [
    {"name": "lamp", "weight": 12000, "weeks": 3},
    {"name": "mud", "weight": 4000, "weeks": 2},
    {"name": "bridge", "weight": 146000, "weeks": 60},
]
print(choose(ours, 3))
