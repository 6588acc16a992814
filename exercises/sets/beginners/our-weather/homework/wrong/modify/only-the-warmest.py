warmest = mornings[0]
for value in mornings:
    if value > warmest:
        warmest = value
difference = warmest
