def errors(results):
    wrong = {}
    for group, good in results:
        if not good:
            wrong[group] = wrong.get(group, 0) + 1
    return wrong
