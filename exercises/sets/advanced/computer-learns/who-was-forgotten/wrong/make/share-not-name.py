def forgotten(results):
    came = {}
    wrong = {}
    for group, good in results:
        came[group] = came.get(group, 0) + 1
        if not good:
            wrong[group] = wrong.get(group, 0) + 1
    worst = 0
    answer = None
    for group in came:
        share = wrong.get(group, 0) / came[group]
        if share > worst:
            worst = share
            answer = group
    return worst


print("A granny who runs and a pupil on crutches")
