def empty_places(sheet):
    result = []
    for place in sheet:
        if sheet[place] == "":
            result.append(place)
    return result
