wrong = {}
for group, good in [["team", True], ["grannies", False], ["grannies", False]]:
    if not good:
        wrong[group] = wrong.get(group, 0) + 1
print(wrong)
