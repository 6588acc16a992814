def missing(sheet):
    result = []
    for place in places:
        text = sheet.get(place, "")
        if len(text.split()) < 3:
            result.append(place)
        elif place == "proof" and not has_number(text):
            result.append(place)
    return result


sheet = {
    "problem": "...",
    "who": "...",
    "proof": "...",
    "idea": "...",
}
print(missing(sheet))
