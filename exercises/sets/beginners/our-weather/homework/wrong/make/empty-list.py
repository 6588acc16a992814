warmer = 0
before = mornings[0]
for value in mornings:
    if value > before:
        warmer = warmer + 1
    before = value
print(warmer)
