warmer = 0
for i in range(1, ...):
    if mornings[i] > ...:
        warmer = ...
