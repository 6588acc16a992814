def stamp(throws):
    for face in range(1, 7):
        if face in throws:
            return "fair"
        else:
            return "suspicious"
