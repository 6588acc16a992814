def stamp(throws):
    if len(throws) >= 6:
        return "fair"
    return "suspicious"
