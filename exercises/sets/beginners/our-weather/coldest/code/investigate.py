mornings = [6, 2, 9, 4]
warmest = mornings[0]
for value in mornings:
    if value > warmest:
        warmest = value
        print("New record:", warmest)
