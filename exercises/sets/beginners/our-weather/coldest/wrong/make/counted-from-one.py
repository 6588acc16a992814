warmest = mornings[0]
place = 1
for i in range(len(mornings)):
    if mornings[i] > warmest:
        warmest = mornings[i]
        place = i + 1
print(f"Place {place}: {warmest} degrees")
