def empty_places(sheet):
    result = []
    for place, text in sheet.items():
        words = text.split()
        if not len(words) >= 3:
            result = result + [place]
    return result
