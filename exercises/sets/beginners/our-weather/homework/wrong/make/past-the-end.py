warmer = 0
for i in range(len(mornings)):
    if mornings[i + 1] > mornings[i]:
        warmer = warmer + 1
print(warmer)
