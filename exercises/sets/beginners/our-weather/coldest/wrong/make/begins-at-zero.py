warmest = 0
place = 0
for i in range(len(mornings)):
    if mornings[i] > warmest:
        warmest = mornings[i]
        place = i
print(f"Place {place}: {warmest} degrees")
