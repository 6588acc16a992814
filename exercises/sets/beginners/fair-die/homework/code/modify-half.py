def stamp(throws):
    for face in ...:
        if face not in throws:
            return ...
    return "fair"
