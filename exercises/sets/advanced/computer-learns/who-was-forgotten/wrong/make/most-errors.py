def forgotten(results):
    wrong = {}
    for group, good in results:
        if not good:
            wrong[group] = wrong.get(group, 0) + 1
    worst = 0
    answer = None
    for group in wrong:
        if wrong[group] > worst:
            worst = wrong[group]
            answer = group
    return answer
