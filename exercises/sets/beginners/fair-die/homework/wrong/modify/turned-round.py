def stamp(throws):
    for face in range(1, 7):
        if face not in throws:
            return "fair"
    return "suspicious"
