def stamp(throws):
    for face in range(7):
        if face not in throws:
            return "suspicious"
    return "fair"
