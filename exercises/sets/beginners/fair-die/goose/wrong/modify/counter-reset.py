for throw in throws:
    starts = 0
    if throw == 6 or throw == 1:
        starts = starts + 1
print(f"Starts: {starts}")
