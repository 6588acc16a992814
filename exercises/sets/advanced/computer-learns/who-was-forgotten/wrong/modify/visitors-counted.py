def errors(results):
    wrong = {}
    for group, good in results:
        wrong[group] = wrong.get(group, 0) + 1
    return wrong
