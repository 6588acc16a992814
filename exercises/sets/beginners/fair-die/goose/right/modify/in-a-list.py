starts = 0
for throw in throws:
    if throw in [1, 6]:
        starts += 1
