kept = []
for answer in answers:
    problem = answer[1]
    kept.append(problem)
