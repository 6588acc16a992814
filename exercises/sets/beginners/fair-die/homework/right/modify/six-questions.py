def stamp(throws):
    if 1 in throws and 2 in throws and 3 in throws and 4 in throws and 5 in throws and 6 in throws:
        return "fair"
    return "suspicious"
