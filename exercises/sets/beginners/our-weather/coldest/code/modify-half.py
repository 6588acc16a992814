coldest = mornings[...]
for value in mornings:
    if value ... coldest:
        coldest = value
