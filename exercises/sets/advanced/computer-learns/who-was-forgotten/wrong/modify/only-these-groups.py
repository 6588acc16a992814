def errors(results):
    wrong = {"team": 0, "grannies": 0}
    for group, good in results:
        if not good:
            wrong[group] = wrong.get(group, 0) + 1
    return wrong
