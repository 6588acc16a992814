warmest = max(mornings)
place = mornings.index(warmest)
print("Hang up the washing!", place)
