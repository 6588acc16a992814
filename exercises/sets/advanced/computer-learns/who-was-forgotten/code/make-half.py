came = {}
wrong = {}
for group, good in results:
    came[group] = came.get(group, 0) + 1
    if not good:
        ...
for group in came:
    share = ... / came[group]
