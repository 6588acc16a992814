def errors(results):
    wrong = {}
    for group, good in results:
        if good:
            wrong[group] = wrong.get(group, 0) + 0
        else:
            wrong[group] = wrong.get(group, 0) + 1
    return wrong
