starts = 0
for throw in throws:
    if throw == 6 or throw == 1:
        starts = starts + throw
print(f"Starts: {starts}")
