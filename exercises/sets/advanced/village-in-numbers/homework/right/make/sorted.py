def most(rows):
    known = []
    for name, number in rows:
        if number != None:
            known.append([number, name])
    if len(known) == 0:
        return None
    known.sort()
    return known[-1][1]
