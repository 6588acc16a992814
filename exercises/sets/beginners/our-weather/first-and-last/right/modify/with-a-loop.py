first = mornings[0]
for value in mornings:
    last = value
print(first, last)
