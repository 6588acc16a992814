def street(lines):
    known = []
    unknown = 0
    for line in lines:
        text = line.split(",")[1].strip()
        if text.isdigit():
            known.append(int(text))
        else:
            unknown = unknown + 1
    if known == []:
        return [None, unknown]
    return [sum(known) / len(known), unknown]
