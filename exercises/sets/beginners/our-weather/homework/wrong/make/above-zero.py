warmer = 0
for value in mornings:
    if value > 0:
        warmer = warmer + 1
print(warmer)
