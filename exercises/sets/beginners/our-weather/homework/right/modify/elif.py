warmest = mornings[0]
coldest = mornings[0]
for value in mornings:
    if value > warmest:
        warmest = value
    elif value < coldest:
        coldest = value
    difference = warmest - coldest
print(difference)
