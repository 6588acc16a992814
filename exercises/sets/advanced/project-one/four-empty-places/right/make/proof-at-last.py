def missing(sheet):
    result = []
    for place in places:
        text = ""
        if place in sheet:
            text = sheet[place]
        words = len(text.split())
        if words < 3:
            result.append(place)
        elif place == "proof":
            if has_number(text) == False:
                result.append(place)
    return result


sheet = {
    "problem": "Dogs run after the bikes at the mill.",
    "who": "Everybody who rides to school.",
    "proof": "We counted 14 dogs in 5 days.",
    "idea": "A map with the quiet streets.",
}
