def street(lines):
    answers = [line.split(",")[1] for line in lines]
    known = [int(text) for text in answers if text.isdigit()]
    if not known:
        return [None, len(lines)]
    return [median(known), len(lines) - len(known)]
