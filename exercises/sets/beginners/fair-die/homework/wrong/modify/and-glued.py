def stamp(throws):
    if 1 and 2 and 3 and 4 and 5 and 6 in throws:
        return "fair"
    return "suspicious"
