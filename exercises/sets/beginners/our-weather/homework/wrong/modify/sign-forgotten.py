warmest = mornings[0]
coldest = mornings[0]
for value in mornings:
    if value > warmest:
        warmest = value
    if value > coldest:
        coldest = value
difference = warmest - coldest
print(f"Difference: {difference}")
