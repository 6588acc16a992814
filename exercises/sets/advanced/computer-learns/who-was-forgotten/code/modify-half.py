for group, good in results:
    if group not in wrong:
        ...
    if not good:
        wrong[group] = wrong[group] + 1
