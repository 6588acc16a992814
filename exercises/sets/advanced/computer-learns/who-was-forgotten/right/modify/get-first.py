def errors(results):
    wrong = {}
    for group, good in results:
        wrong[group] = wrong.get(group, 0)
        if not good:
            wrong[group] += 1
    return wrong
