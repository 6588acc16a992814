def empty_places(sheet):
    result = []
    for place in sheet:
        if len(sheet[place].split()) >= 3:
            result.append(place)
    return result
