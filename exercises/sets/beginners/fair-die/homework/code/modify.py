def stamp(throws):
    if 6 in throws:
        return "fair"
    return "suspicious"


print(stamp([1, 6, 6, 2]))
