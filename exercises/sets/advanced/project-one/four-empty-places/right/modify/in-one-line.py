def empty_places(sheet):
    return [place for place in sheet if len(sheet[place].split()) <= 2]
