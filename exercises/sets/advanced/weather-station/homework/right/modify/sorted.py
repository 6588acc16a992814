def coldest(readings):
    known = []
    for value in readings:
        if value != None:
            known.append(value)
    known.sort()
    if len(known) > 0:
        return known[0]
    return None
