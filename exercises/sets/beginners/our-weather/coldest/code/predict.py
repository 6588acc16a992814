mornings = [-3, -8, -1]
warmest = 0
for value in mornings:
    if value > warmest:
        warmest = value
print(warmest)
