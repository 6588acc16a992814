warmer = 0
for i in range(len(mornings) - 1):
    if mornings[i + 1] > mornings[i]:
        warmer = warmer + 1
