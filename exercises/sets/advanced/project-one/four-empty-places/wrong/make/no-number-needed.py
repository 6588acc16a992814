def missing(sheet):
    result = []
    for place in places:
        text = sheet.get(place, "")
        if len(text.split()) < 3:
            result.append(place)
    return result


sheet = {
    "problem": "The lamp at the bridge has been dark since summer.",
    "who": "Children who walk home from training.",
    "proof": "It was dark on 9 of 10 evenings.",
    "idea": "A small lamp that notices the dark.",
}
print(missing(sheet))
