for throw in throws:
    if throw == 6 or ...:
        starts = starts + 1
