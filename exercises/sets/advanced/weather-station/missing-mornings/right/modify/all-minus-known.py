def how_many(readings):
    known = [value for value in readings if value != None]
    return len(readings) - len(known)
