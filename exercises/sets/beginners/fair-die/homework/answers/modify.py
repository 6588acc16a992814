def stamp(throws):
    for face in range(1, 7):
        if face not in throws:
            return "suspicious"
    return "fair"


print(stamp([1, 6, 6, 2]))
