problems = [
    {"name": "lamp", "people": 40, "days": 300, "weeks": 3},
    {"name": "mud", "people": 200, "days": 20, "weeks": 2},
]
for problem in problems:
    weight = problem["people"] * problem["days"]
    print(problem["name"], weight, problem["weeks"])
