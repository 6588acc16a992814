def count(face):
    found = 0
    for throw in range(8000):
        if gnawed() == face:
            found = found + 1
    return found
