for place in places:
    text = sheet.get(place, "")
    if len(...) < 3:
        result.append(place)
    elif place == ... and not ...:
        result.append(place)
