if len(sheet[place]....()) < ...:
    result.append(place)
