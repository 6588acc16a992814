warmer = 0
for i in range(2, len(mornings)):
    if mornings[i] > mornings[i - 1]:
        warmer = warmer + 1
print(warmer)
