warmest = mornings[0]
for value in mornings:
    if value > warmest:
        warmest = value
coldest = warmest
for value in mornings:
    if value < coldest:
        coldest = value
difference = warmest - coldest
