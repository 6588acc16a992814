warmer = 0
for value in mornings:
    if value > mornings[0]:
        warmer = warmer + 1
print(warmer)
