def choose(problems, weeks):
    best = None
    for problem in problems:
        if problem["weight"] is None or problem["weeks"] > weeks:
            continue
        if best is None or problem["weight"] > best["weight"]:
            best = problem
        elif problem["weight"] == best["weight"] and problem["weeks"] < best["weeks"]:
            best = problem
    return best["name"]


ours = [
    {"name": "lamp", "weight": 12000, "weeks": 3},
    {"name": "mud", "weight": 4000, "weeks": 2},
    {"name": "bridge", "weight": 146000, "weeks": 60},
]
print(choose(ours, 3))
