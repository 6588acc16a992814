warmer = 0
for i in range(1, len(mornings) - 1):
    if mornings[i] > mornings[i - 1]:
        warmer = warmer + 1
print(warmer)
