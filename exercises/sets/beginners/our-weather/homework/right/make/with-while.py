warmer = 0
i = 1
while i < len(mornings):
    difference = mornings[i] - mornings[i - 1]
    if difference > 0:
        warmer = warmer + 1
    i = i + 1
