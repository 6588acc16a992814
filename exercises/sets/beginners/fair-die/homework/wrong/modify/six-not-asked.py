def stamp(throws):
    for face in range(1, 6):
        if face not in throws:
            return "suspicious"
    return "fair"
