def street(lines):
    known = []
    for line in lines:
        house, text = line.split(",")
        try:
            known.append(int(text))
        except ValueError:
            pass
    unknown = len(lines) - len(known)
    if len(known) == 0:
        return [None, unknown]
    return [median(known), unknown]
