results = [["team", True]] * 8 + [["grannies", False]] * 2
right = 0
for group, good in results:
    if good:
        right = right + 1
print(right * 100 / len(results))
