warmest = mornings[0]
place = 0
here = 0
for value in mornings:
    if value > warmest:
        warmest = value
        place = here
    here = here + 1
print(warmest, place)
