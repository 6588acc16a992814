def errors(results):
    wrong = {}
    for group, good in results:
        if group not in wrong:
            wrong[group] = 0
        if not good:
            wrong[group] = wrong[group] + 1
    return wrong
