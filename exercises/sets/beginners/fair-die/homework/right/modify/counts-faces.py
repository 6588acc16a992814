def stamp(throws):
    seen = 0
    for face in [1, 2, 3, 4, 5, 6]:
        if throws.count(face) > 0:
            seen = seen + 1
    if seen == 6:
        return "fair"
    else:
        return "suspicious"
