def errors(results):
    wrong = {}
    for group, good in results:
        wrong[group] = 0
    for group, good in results:
        if not good:
            wrong[group] = wrong[group] + 1
    return wrong
